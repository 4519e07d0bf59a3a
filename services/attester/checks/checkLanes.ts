import { sealLane } from "#sdk/data/sealedLanes.ts";
import { sketchSeed } from "#sdk/data/sketchSeed.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { tableFeatures } from "#sdk/data/tableFeatures.ts";
import { addFeature, emptyBins, preLanesOf } from "#sdk/math/minHash.ts";
import type { OprfKey } from "#sdk/oprf/oprfKey.ts";
import { refusal } from "../refusal.ts";

interface Lanes {
  readonly rows: readonly Row[]; // all that were opened: those drawn, and the witnesses of the drawn lanes
  readonly fields: readonly Field[];
  readonly sketch: string;
  readonly lanes: readonly number[]; // the drawn ones
}

/**
 * Whether each drawn lane is what the opened records give: its witness is among them, and none of them has a lower
 * feature.
 * @throws ServiceError 422 SketchRefuted
 */
export function checkLanes(key: OprfKey, { rows, fields, sketch, lanes }: Lanes): void {
  const features = tableFeatures(fields, sketchSeed(key));
  const bins = emptyBins();
  let count = 0;
  for (const row of rows) features(row, (feature) => (addFeature(bins, feature), count++));
  const preLanes = count === 0 ? [] : preLanesOf(bins);
  for (const lane of lanes) {
    const preLane = preLanes[lane];
    if (preLane !== undefined && sealLane(key, lane, preLane) === sketch[2 + lane]) continue;
    throw refusal(
      "SketchRefuted",
      `Lane ${lane} of the sketch does not follow from the opened records`,
      "Sketch all records that the content root commits to, and open a record with the lane's least feature",
    );
  }
}
