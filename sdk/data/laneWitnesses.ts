import { laneOfFeature, type PreLane } from "../math/minHash.ts";
import type { Field, Row } from "./table.ts";
import { tableFeatures } from "./tableFeatures.ts";

/**
 * For each of these pre-lanes the position of the first record that has its least feature: to open it shows that the
 * lane was made from committed records.
 */
export function laneWitnesses(
  { rows, fields }: { readonly rows: readonly Row[]; readonly fields: readonly Field[] },
  seed: string,
  preLanes: readonly PreLane[],
): readonly number[] {
  const wanted = new Map(preLanes.map(({ from, value }) => [from, value]));
  const found = new Map<number, number>();
  const features = tableFeatures(fields, seed);
  rows.forEach((row, index) =>
    features(row, (feature) => {
      const lane = laneOfFeature(feature);
      if (feature.lo === wanted.get(lane) && !found.has(lane)) found.set(lane, index);
    }),
  );
  return preLanes.map(({ from }) => found.get(from) as number);
}
