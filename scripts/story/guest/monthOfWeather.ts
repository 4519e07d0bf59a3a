/**
 * What Carl wrote: runs on every device over its own month of weather, and answers with two whole numbers. It is
 * shipped as it stands here; a device hands it its records, adds the answers of its batches, clips and hides the sum.
 */

interface Day {
  readonly temp_max: number | null; // degrees Celsius
  readonly precipitation: number | null; // millimetres
}

/** [mean of the days' highest temperatures in tenths of a degree, rainy days of a thousand] */
export function map(days: readonly Day[]): readonly number[] {
  let warmth = 0;
  let rainy = 0;
  for (const { temp_max: high, precipitation } of days) {
    warmth += (high ?? 0) * 10;
    if ((precipitation ?? 0) > 0) rainy += 1;
  }
  return [Math.round(warmth / days.length), Math.round((1_000 * rainy) / days.length)];
}
