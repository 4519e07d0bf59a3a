const DIGITS = /^\d+$/;

/** Gives bigints back to what `toJson` wrote: texts of digits alone. */
export function revive(value: unknown): unknown {
  if (typeof value === "string") return DIGITS.test(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]));
}
