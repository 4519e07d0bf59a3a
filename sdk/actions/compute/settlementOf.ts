import { type Payout, payoutRoot, payoutTotal } from "../../math/sumTree.ts";
import type { Settlement } from "../../types/Job.ts";

/** What to settle with: the payouts' units and root, and the digest of the result. */
export const settlementOf = (payouts: readonly Payout[], resultDigest: string): Settlement => ({
  units: payoutTotal(payouts),
  resultDigest,
  payoutRoot: payoutRoot(payouts),
});
