import type { Assessment, Contribution } from "../types/Contribution.ts";
import { AttesterRefused } from "./AttesterRefused.ts";
import type { Agreed } from "./agree.ts";
import { type Claim, claimedQuality, claimOf, claimWith } from "./claim.ts";
import { contributionId } from "./contributionId.ts";
import type { RemoteAttestationParams } from "./RemoteAttestation.ts";
import type { SubmissionState } from "./wire.ts";

const DAY = 86_400n;

/** What the device claims, and what the attesters are to sign. */
export interface Claimed {
  readonly claim: Claim;
  readonly assessedAt: bigint; // unix seconds
  readonly assessment: Assessment;
}

interface ToClaim {
  readonly params: RemoteAttestationParams;
  readonly contribution: Contribution;
  readonly novelty: number; // bps
  readonly moment: () => Promise<bigint>; // unix seconds
}

/**
 * Measures the records at the moment at which an earlier attempt measured them, for records lose freshness and an
 * attester says one thing of a contribution; or now, if no attester knows it.
 */
export async function claim(agreed: Agreed, { params, contribution, novelty, moment }: ToClaim): Promise<Claimed> {
  const before = await earlier(agreed, contributionId(contribution));
  const assessedAt = before === undefined ? await moment() : BigInt(before.assessedAt);
  const deadline = before === undefined ? (params.deadline ?? assessedAt + DAY) : BigInt(before.deadline);
  const options = { now: Number(assessedAt), freshnessHorizon: agreed.freshnessHorizon };
  const { table, measure } = params;
  const found = measure === undefined ? claimOf(table, options) : claimWith(table, await measure(table, options));
  const quality = BigInt(claimedQuality(found));
  return { claim: found, assessedAt, assessment: { quality, novelty: BigInt(novelty), deadline } };
}

async function earlier({ asked }: Agreed, id: string): Promise<SubmissionState | undefined> {
  const known = await Promise.all(asked.map(({ service }) => service.state(id).catch(nothingIfRefused)));
  return known.find((one) => one !== undefined);
}

/** It will be told when it is asked to attest. */
function nothingIfRefused(error: unknown): undefined {
  if (error instanceof AttesterRefused) return undefined;
  throw error;
}
