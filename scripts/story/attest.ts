import { attester, pool } from "#sdk";
import { assessQuality } from "#sdk/data/assessQuality.ts";
import { novelty } from "#sdk/data/novelty.ts";
import type { AttesterSignature } from "#sdk/types/Attestation.ts";
import type { Assessment, Contribution } from "#sdk/types/Contribution.ts";
import { wallTime } from "../chain/clock.ts";
import type { Person } from "./cast.ts";
import { commitTo, type Slice } from "./slices.ts";
import type { Launched, Stage } from "./Stage.ts";

const YEAR = 365 * 86_400;
const DAY = 86_400n;

/** Old weather is still weather: a record loses its freshness over twenty years (seconds). */
export const FRESHNESS_HORIZON = 20 * YEAR;

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
  const { provider, slice, updates } = offer;
  const parent = updates && commitTo(provider, updates);
  const contribution = commitTo(provider, slice, parent?.contentTag);
  const news =
    updates && parent
      ? novelty(
          { rows: updates.table.rows, sketch: parent.sketch },
          { rows: slice.table.rows, sketch: contribution.sketch },
          { fields: slice.table.fields, lanes: Number(dataset.params.pool.similarityLanes) },
        )
      : 0;
  const found = { contribution, assessment: { ...measure(slice), novelty: BigInt(news), deadline: wallTime() + DAY } };
  const signatures: AttesterSignature[] = [];
  for (const one of [cast.ada, cast.ben]) signatures.push(await attester.attest(one, { pool: dataset.pool, ...found }));
  return { ...found, signatures };
}

function measure({ table: { fields, rows } }: Slice): Pick<Assessment, "quality"> {
  // the same moment for all attesters, so that they find the same
  const { quality } = assessQuality(rows, fields, { now: TODAY, freshnessHorizon: FRESHNESS_HORIZON });
  return { quality: BigInt(quality) };
}

const TODAY = Number(wallTime() - (wallTime() % DAY));

/** The provider hands in what the attesters signed. */
export const submit = (provider: Person, { pool: address, attesters }: Launched, attested: Attested) =>
  pool.contribute(provider, { pool: address, set: attesters, ...attested });
