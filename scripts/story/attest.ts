import { attester, pool } from "#sdk";
import { assessQuality } from "#sdk/data/assessQuality.ts";
import { novelty } from "#sdk/data/novelty.ts";
import type { AttesterSignature } from "#sdk/types/Attestation.ts";
import type { Assessment, Contribution } from "#sdk/types/Contribution.ts";
import { wallTime } from "../chain/clock.ts";
import type { Person } from "./cast.ts";
import { ATTESTERS_KEY, commitTo, type Slice } from "./slices.ts";
import type { Launched, Stage } from "./Stage.ts";

const YEAR = 365 * 86_400;
const DAY = 86_400n;

/** Old weather is still weather: a record loses its freshness over twenty years. */
const FRESHNESS_HORIZON = 20 * YEAR;

export interface Attested {
  readonly contribution: Contribution;
  readonly assessment: Assessment;
  readonly signatures: readonly AttesterSignature[];
}

/** A slice and, if it updates an earlier one, that. */
export interface Offer {
  readonly provider: Person;
  readonly slice: Slice;
  readonly updates?: Slice;
}

/** Two of the three attesters measure a slice, each by itself, and sign what they found. */
export async function attest({ cast }: Stage, dataset: Launched, offer: Offer): Promise<Attested> {
  const contribution = contributionOf(offer);
  const deadline = wallTime() + DAY;
  const signatures: AttesterSignature[] = [];
  for (const one of [cast.ada, cast.ben]) {
    const assessment = { ...measure(dataset, offer), deadline };
    signatures.push(await attester.attest(one, { pool: dataset.pool, contribution, assessment }));
  }
  return { contribution, assessment: { ...measure(dataset, offer), deadline }, signatures };
}

export function contributionOf({ provider, slice, updates }: Offer): Contribution {
  const parent = updates && commitTo(provider, updates).contentTag;
  return commitTo(provider, slice, parent);
}

function measure({ params }: Launched, { slice, updates }: Offer): Pick<Assessment, "quality" | "novelty"> {
  const { fields, rows } = slice.table;
  // the same moment for all attesters, so that they find the same
  const { quality } = assessQuality(rows, fields, { now: TODAY, freshnessHorizon: FRESHNESS_HORIZON });
  const lanes = Number(params.pool.similarityLanes);
  const news = updates === undefined ? 0 : novelty(updates.table.rows, rows, { fields, lanes, key: ATTESTERS_KEY });
  return { quality: BigInt(quality), novelty: BigInt(news) };
}

const TODAY = Number(wallTime() - (wallTime() % DAY));

/** The provider hands in what the attesters signed. */
export const submit = (provider: Person, { pool: address, attesters }: Launched, attested: Attested) =>
  pool.contribute(provider, { pool: address, set: attesters, ...attested });
