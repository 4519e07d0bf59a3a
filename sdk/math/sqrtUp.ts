import { sqrtDown } from "./sqrtDown.ts";

/** The smallest integer whose square is at least `x`, for x of zero or more. */
export function sqrtUp(x: bigint): bigint {
  const root = sqrtDown(x);
  return root * root < x ? root + 1n : root;
}
