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
    let place = 0;
    const add = (product: number) => {
      sums[place] = (sums[place] as number) + toFixed(product, scale);
      place++;
    };
    for (let a = 0; a < width; a++) {
      for (let b = a; b < width; b++) add((inputs[a] as number) * (inputs[b] as number));
    }
    for (const input of inputs) add(input * outcome);
  }
  return sums;
}
