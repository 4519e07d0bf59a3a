/** 100 % in basis points. */
export const FULL_BPS = 10_000;

/** `part` of `whole` in basis points, rounded down; in integers, so that every machine finds the same. */
export function ratioBpsDown(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(part) * BigInt(FULL_BPS)) / BigInt(whole));
}
