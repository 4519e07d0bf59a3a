import { type Feature, inputsOf } from "./features.ts";
import { type Row, toFixed, zeros } from "./rows.ts";

export interface Params {
  readonly features: readonly Feature[];
  readonly target: Feature;
  readonly scale: number; // parts of a unit of a product that count
}

/**
 * The normal equations of least squares: over the inputs 1, x1, x2 ... and y, all products of two inputs (the upper
 * triangle, row by row), then every input times y; each in 1/scale.
 */
export function map(rows: readonly Row[], { features, target, scale }: Params): number[] {
  const width = features.length + 1;
  const sums = zeros((width * (width + 1)) / 2 + width);
  for (const row of rows) {
    const inputs = inputsOf(row, features);
    const outcome = inputsOf(row, [target])?.[1];
    if (inputs === undefined || outcome === undefined) continue;
    const products = inputs.flatMap((a, first) => inputs.slice(first).map((b) => a * b));
    for (const input of inputs) products.push(input * outcome);
    products.forEach((product, index) => (sums[index] = (sums[index] as number) + toFixed(product, scale)));
  }
  return sums;
}
