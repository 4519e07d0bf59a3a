/** A part of a round that its stage guarantees. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("A round lacks a part that its stage guarantees");
  return value;
}
