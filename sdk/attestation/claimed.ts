import type { Assessment } from "../types/Contribution.ts";
import type { Begun } from "./begin.ts";
import { type Claim, claimedQuality, claimOf, claimWith } from "./claim.ts";
import type { RemoteAttestationParams } from "./RemoteAttestation.ts";

/** What the device claims, and what the attesters are to sign. */
export interface Claimed {
  readonly claim: Claim;
  readonly assessedAt: bigint; // unix seconds
  readonly assessment: Assessment;
}

interface ToClaim {
  readonly params: Pick<RemoteAttestationParams, "table" | "measure">;
  readonly novelty: number; // bps
  readonly begun: Begun;
}

/** Measures the records at the moment at which the first attempt did: they lose freshness, and are claimed once. */
export async function claim({ params: { table, measure }, novelty, begun }: ToClaim): Promise<Claimed> {
  const { assessedAt, deadline, freshnessHorizon } = begun;
  const options = { now: Number(assessedAt), freshnessHorizon };
  const found = measure === undefined ? claimOf(table, options) : claimWith(table, await measure(table, options));
  const quality = BigInt(claimedQuality(found));
  return { claim: found, assessedAt, assessment: { quality, novelty: BigInt(novelty), deadline } };
}
