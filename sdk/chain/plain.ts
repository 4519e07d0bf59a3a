import type { ParamType, Result } from "ethers";

/** Stands for a text that is no text: what one dataset calls itself must not hide the others. */
const UNREADABLE = "\ufffd";

/** A decoded value as plain data: structs become objects, arrays arrays, integers stay bigints. */
function plain(type: ParamType, value: unknown): unknown {
  if (type.isArray()) return [...(value as Iterable<unknown>)].map((item) => plain(type.arrayChildren, item));
  return type.isTuple() ? plainObject(type.components, value as Result) : value;
}

/** One of several decoded values. ethers keeps the fault of bytes that are no UTF-8 until they are looked at. */
export function plainAt(type: ParamType, values: Result, index: number): unknown {
  if (type.baseType !== "string") return plain(type, values[index]);
  try {
    return values[index];
  } catch {
    return UNREADABLE;
  }
}

/** Decoded values by their names. */
export const plainObject = (types: readonly ParamType[], values: Result): Readonly<Record<string, unknown>> =>
  Object.fromEntries(types.map((type, index) => [type.name, plainAt(type, values, index)]));
