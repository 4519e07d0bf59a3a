import { DataError } from "../data/DataError.ts";

const SKETCH = /^0x[0-9a-f]{64}$/i;

/** How many of the 64 lanes of two sketches hold the same value: the twin of `Sketch.agreement` on chain. */
export function laneAgreement(a: string, b: string): number {
  for (const sketch of [a, b]) {
    if (!SKETCH.test(sketch)) {
      throw new DataError("OutOfRange", `"${sketch}" is not a sketch`, "Pass 0x and 64 hexadecimal digits");
    }
  }
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  let lanes = 0;
  for (let i = 2; i < left.length; i++) if (left[i] === right[i]) lanes++;
  return lanes;
}
