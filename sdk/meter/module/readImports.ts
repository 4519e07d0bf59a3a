import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { MeterError } from "../MeterError.ts";
import { type Reader, malformed, readByte, readName, readU32 } from "../binary/Reader.ts";
import type { Import, Limits } from "./Guest.ts";
import { readMemory } from "./readLimits.ts";

const KINDS = ["function", "table", "memory", "global", "tag"] as const;

/** Reads one import: a function or a memory. */
export function readImport(reader: Reader): Import {
  const module = readName(reader, LIMITS_V1.nameBytes);
  const name = readName(reader, LIMITS_V1.nameBytes);
  return { module, name, type: readImportType(reader, `"${module}" "${name}"`) };
}

function readImportType(reader: Reader, name: string): number | Limits {
  const at = reader.at;
  const kind = KINDS[readByte(reader)];
  if (kind === "function") return readU32(reader);
  if (kind === "memory") return readMemory(reader);
  if (kind === undefined) throw malformed(at, "no such kind of import");
  const remedy = "Import functions and one memory only, and define the rest in the module";
  throw new MeterError("ImportKind", `The ${kind} ${name} is imported`, remedy);
}
