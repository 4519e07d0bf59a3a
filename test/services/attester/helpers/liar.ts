import { sha256 } from "ethers";
import type { Datawell } from "#sdk";
import { attesterAt } from "#sdk/attestation/attesterAt.ts";
import { AttesterRefused } from "#sdk/attestation/AttesterRefused.ts";
import { type Challenge, drawChallenge } from "#sdk/attestation/challenge.ts";
import { claimOf } from "#sdk/attestation/claim.ts";
import { contributionId } from "#sdk/attestation/contributionId.ts";
import { openRecords } from "#sdk/attestation/openRecords.ts";
import type { Openings, Submission } from "#sdk/attestation/wire.ts";
import { fromWire, toWire } from "#sdk/attestation/wireContribution.ts";
import { now } from "#sdk/chain/now.ts";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { contentDigest, contentTag } from "#sdk/data/contentTag.ts";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import { sketchOf } from "#sdk/data/sketchOf.ts";
import { sketchSeed } from "#sdk/data/sketchSeed.ts";
import { sketchTable } from "#sdk/data/sketchTable.ts";
import type { Table } from "#sdk/data/table.ts";
import { preLanesOf } from "#sdk/math/minHash.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { addressOf } from "../../../fixtures/sdk.ts";
import { DOCUMENT, SECRET } from "./attesterWorld.ts";

/** Where a device departs from the truth; what it does not lie about it does right. */
export interface Lies {
  readonly sketched?: Table; // what tag and sketch are made of, instead of the committed records
  readonly claimed?: Table; // what quality and data units are measured on
  readonly submission?: (honest: Submission) => Submission;
  readonly openings?: (honest: Openings, challenge: Challenge) => Openings;
}

export interface Presented {
  readonly client: Datawell;
  readonly url: string;
  readonly pool: string;
  readonly table: Table; // what the root commits to
  readonly secret: string; // of the root
  readonly lies?: Lies;
  readonly horizon?: number;
  readonly at?: bigint; // unix seconds of the measure
}

const HALF = sha256("0x1234");

/** What a device that may lie sends first. */
export async function submissionFor({
  client,
  pool,
  table,
  secret,
  lies = {},
  ...rest
}: Presented): Promise<Submission> {
  const { sketched = table, claimed = table } = lies;
  const assessedAt = rest.at ?? (await now(client));
  const options = { now: Number(assessedAt), freshnessHorizon: rest.horizon ?? 40 * 365 * 86_400 };
  const honest: Submission = {
    pool,
    contribution: toWire({
      provider: await addressOf(client),
      kind: 0n,
      contentRoot: contentRoot(table.rows, secret),
      contentTag: contentTag(sketched.rows, sketched.fields, SECRET),
      sketch: sketchOf(sketched.rows, sketched.fields, SECRET),
      metadata: metadataDigest(DOCUMENT),
      units: dataUnits(claimed.rows, claimed.fields),
      parent: `0x${"00".repeat(32)}`,
    }),
    contentDigest: contentDigest(sketched.rows, sketched.fields),
    document: DOCUMENT,
    claim: { ...claimOf(claimed, options), records: table.rows.length },
    novelty: 0,
    parentRecords: 0,
    assessedAt: assessedAt.toString(),
    deadline: (assessedAt + 86_400n).toString(),
    commitment: sha256(HALF),
  };
  return lies.submission?.(honest) ?? honest;
}

/** Goes through the whole protocol with one attester; answers its signature, or the code of its refusal. */
export async function present(presented: Presented): Promise<string> {
  const { client, url, table, secret, lies = {} } = presented;
  const service = attesterAt(client, url);
  try {
    const submission = await submissionFor(presented);
    const { half } = await service.submit(submission);
    const counts = { records: submission.claim.records, parent: submission.parentRecords };
    const info = await service.info(submission.pool);
    const challenge = drawChallenge({ attester: half, device: HALF }, counts, info);
    const sketched = lies.sketched ?? table;
    const seed = sketchSeed(SECRET);
    const preLanes = preLanesOf(sketchTable(sketched.rows, sketched.fields, seed));
    const own = { table, secret, sketched: { seed, preLanes } };
    const honest = { pool: submission.pool, half: HALF, ...openRecords(own, undefined, withWitnesses(own, challenge)) };
    const openings = lies.openings?.(honest, challenge) ?? honest;
    const { signature } = await service.open(contributionId(fromWire(submission.contribution)), openings);
    return signature;
  } catch (error) {
    if (error instanceof AttesterRefused) return error.refusal.code;
    throw error;
  }
}

/** Of the drawn lanes those for which the committed records hold a witness: for the others a liar has none to open. */
function withWitnesses({ table, sketched }: Parameters<typeof openRecords>[0], challenge: Challenge): Challenge {
  const real = preLanesOf(sketchTable(table.rows, table.fields, sketched.seed));
  const lanes = challenge.lanes.filter((lane) => real[lane]!.value === sketched.preLanes[lane]!.value);
  return { ...challenge, lanes };
}
