import type { ParamType, Result } from "ethers";

/** A decoded value as plain data: structs become objects, arrays arrays, integers stay bigints. */
export function plain(type: ParamType, value: unknown): unknown {
  if (type.isArray()) return [...(value as Iterable<unknown>)].map((item) => plain(type.arrayChildren, item));
  return type.isTuple() ? plainObject(type.components, value as Result) : value;
}

/** Decoded values by their names. */
export const plainObject = (types: readonly ParamType[], values: Result): Readonly<Record<string, unknown>> =>
  Object.fromEntries(types.map((type, index) => [type.name, plain(type, values[index])]));
