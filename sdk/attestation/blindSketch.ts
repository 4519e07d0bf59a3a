import { contentDigest, tagIn, tagInput } from "../data/contentTag.ts";
import { laneIn, laneInput } from "../data/sealedLanes.ts";
import { SEED_INPUT, seedIn } from "../data/sketchSeed.ts";
import { sketchTable } from "../data/sketchTable.ts";
import type { Table } from "../data/table.ts";
import { type PreLane, preLanesOf } from "../math/minHash.ts";
import { blind } from "../oprf/blind.ts";
import type { Evaluation } from "../oprf/evaluateBlinded.ts";
import { finalize } from "../oprf/finalize.ts";

/** Has elements evaluated by whoever holds the pool's key. */
export type Evaluator = (blinded: readonly string[]) => Promise<Evaluation>;

/** The two fingerprints of a content, and what of their making the device keeps. */
export interface BlindSketch {
  readonly contentDigest: string;
  readonly contentTag: string;
  readonly sketch: string;
  readonly seed: string;
  readonly preLanes: readonly PreLane[];
}

/**
 * Tag and sketch of records that do not leave the device, by two questions to one who holds the key: the same values as
 * `contentTag` and `sketchOf` give with the key.
 * @throws OprfError BadProof where the answer is not under this public key; DataError TooFewFeatures
 */
export async function blindSketch(
  { rows, fields }: Table,
  publicKey: string,
  evaluator: Evaluator,
): Promise<BlindSketch> {
  const digest = contentDigest(rows, fields);
  const [tagOutput, seedOutput] = await ask([tagInput(digest), SEED_INPUT]);
  const seed = seedIn(seedOutput as Uint8Array);
  const preLanes = preLanesOf(sketchTable(rows, fields, seed));
  const lanes = await ask(preLanes.map((preLane, lane) => laneInput(lane, preLane)));
  return {
    contentDigest: digest,
    contentTag: tagIn(tagOutput as Uint8Array),
    sketch: `0x${lanes.map(laneIn).join("")}`,
    seed,
    preLanes,
  };

  async function ask(inputs: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
    const hidden = blind(inputs);
    return finalize(hidden, await evaluator(hidden.map(({ blinded }) => blinded)), publicKey);
  }
}
