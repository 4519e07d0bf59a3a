import { DataError, type DataErrorPlace } from "./DataError.ts";
import type { Limits } from "./limits.ts";

/** Names that turn into something else when a careless reader makes objects of the records. */
const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

/** The form in which names are compared: neither letter case nor outer white space makes two names differ. */
export function normalizeName(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}

/** Names of a table's columns, trimmed; refuses names that are empty, unsafe or equal to one another. */
export function checkNames(names: readonly string[], limits: Limits, place: DataErrorPlace = {}): readonly string[] {
  if (names.length > limits.fields) {
    throw new DataError(
      "TooManyFields",
      `there are ${names.length} fields, at most ${limits.fields} are accepted`,
      "Leave out the fields that the dataset does not declare",
      place,
    );
  }
  const seen = new Set<string>();
  return names.map((raw, index) => {
    const name = raw.trim();
    const key = normalizeName(name);
    if (key === "") {
      throw new DataError("EmptyName", `field ${index + 1} has no name`, "Name every column in the header", place);
    }
    if (UNSAFE.has(key) || key.split(".").some((part) => UNSAFE.has(part))) {
      throw new DataError("UnsafeName", `"${name}" cannot be the name of a field`, "Rename it", place);
    }
    if (seen.has(key)) {
      throw new DataError(
        "DuplicateName",
        `the field "${name}" appears twice`,
        "Give every field a name of its own; letter case does not make names differ",
        place,
      );
    }
    seen.add(key);
    return name;
  });
}
