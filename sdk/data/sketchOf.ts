import { type Bins, preLanesOf } from "../math/minHash.ts";
import { type OprfKey, oprfKey } from "../oprf/oprfKey.ts";
import { sealLane } from "./sealedLanes.ts";
import { sketchSeed } from "./sketchSeed.ts";
import { sketchTable } from "./sketchTable.ts";
import type { Field, Row } from "./table.ts";

/**
 * The sketch that goes on chain, for who holds the records and the secret that the pool's attesters share: 64 lanes, of
 * which lane i is the i-th hex digit after 0x. A device without the key gets the same from an attester's blinded answers.
 * @throws DataError TooFewFeatures, InvalidKey
 */
export function sketchOf(rows: readonly Row[], fields: readonly Field[], key: string): string {
  const pair = oprfKey(key);
  return sealBins(sketchTable(rows, fields, sketchSeed(pair)), pair);
}

/** The sketch of bins that were made under this key's seed. */
export const sealBins = (bins: Bins, key: OprfKey): string =>
  `0x${preLanesOf(bins)
    .map((preLane, lane) => sealLane(key, lane, preLane))
    .join("")}`;
