import { addFeature, type Bins, emptyBins } from "../math/minHash.ts";
import { checkFeatures } from "./checkFeatures.ts";
import type { Field, Row } from "./table.ts";
import { tableFeatures } from "./tableFeatures.ts";

/**
 * Sketches the records of a table under a pool's sketch seed (`sketchSeed`, 32 bytes of hex).
 * @throws DataError TooFewFeatures, InvalidKey
 */
export function sketchTable(rows: readonly Row[], fields: readonly Field[], seed: string): Bins {
  const features = tableFeatures(fields, seed);
  const bins = emptyBins();
  for (const row of rows) features(row, (feature) => addFeature(bins, feature));
  checkFeatures(bins);
  return bins;
}
