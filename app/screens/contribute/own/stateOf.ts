/** What the chain says of a contribution, as far as its reward is concerned. */
export interface RewardFacts {
  readonly reward: bigint; // reward-token wei credited and not yet taken
  readonly credited: bigint; // reward-token wei when it was accepted
  readonly submittedAt: bigint; // unix seconds
  readonly revokedAt: bigint; // unix seconds; 0: in use
  readonly slashed: boolean;
}

export type RewardState = "pending" | "claimable" | "claimed" | "unrewarded" | "revoked" | "slashed";

/** Where a contribution's reward stands at a moment (unix seconds), under a challenge window (seconds). */
export function stateOf(facts: RewardFacts, { window, now }: { readonly window: bigint; readonly now: bigint }) {
  const claimableAt = facts.submittedAt + window + 1n; // as the contract counts: past the window, not at its end
  return { state: nameOf(facts, now >= claimableAt), claimableAt };
}

function nameOf({ reward, credited, revokedAt, slashed }: RewardFacts, isPast: boolean): RewardState {
  if (slashed) return "slashed";
  if (reward > 0n) return isPast ? "claimable" : "pending";
  if (revokedAt > 0n) return "revoked"; // before its reward was claimable, or after it was claimed
  return credited > 0n ? "claimed" : "unrewarded";
}
