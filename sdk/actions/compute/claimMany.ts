import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventsIn } from "../../chain/eventsIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";
import { packProof } from "../../math/sumTree.ts";
import type { PayoutClaim } from "./claim.ts";
import { payTermsOf } from "./payTermsOf.ts";

/** What a provider was paid for many jobs. */
export interface Claimed {
  readonly base: bigint; // ALITA wei
  readonly data: readonly { readonly jobId: string; readonly amount: bigint }[]; // Data Token wei of each job
}

const byToken = (a: PayoutClaim, b: PayoutClaim): number => (BigInt(a.job.token) < BigInt(b.job.token) ? -1 : 1);

/**
 * Pays payouts of many jobs to one provider in one transaction: one ALITA transfer, and one of each Data Token.
 * @throws DatawellError ProviderMismatch, NothingToPay, and all of `claim`
 */
export async function claimMany(client: Datawell, claims: readonly PayoutClaim[]): Promise<Sent<Claimed>> {
  const { billing } = client;
  const requests = claims.toSorted(byToken).map(({ job, payout, proof }) => ({
    terms: payTermsOf(job),
    payout,
    proof: packProof(proof),
  }));
  const call = encode(billing, "claimMany", [requests]);
  const receipt = await transact(client, { to: billing.address, calls: [call] });
  const paid = eventsIn(receipt, billing, "Claim");
  return sent(receipt, {
    base: paid.reduce((sum, { baseAmount }) => sum + baseAmount, 0n),
    data: paid.map(({ jobId, dataAmount }) => ({ jobId, amount: dataAmount })),
  });
}
