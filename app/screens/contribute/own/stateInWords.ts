import type { RewardState } from "./stateOf.ts";

/** A reward's state for somebody who reads. */
export const STATE_WORDS: Readonly<Record<RewardState, string>> = {
  pending: "Pending",
  claimable: "Claimable",
  claimed: "Claimed",
  unrewarded: "Accepted without a reward",
  revoked: "Revoked",
  slashed: "Slashed as a copy",
};

/** What revoking brings about, one sentence each. */
export function consequences(
  { state, kind }: { readonly state: RewardState; readonly kind: "device" | "remote" },
  reward: string, // "40 WTHR"
): readonly string[] {
  return [
    kind === "device"
      ? "No later computation uses these records. What was computed before stays."
      : "No licence holder gets the addresses any more. Whoever has them already keeps them: move the files to end that.",
    ...(state === "pending" ? [`Its reward of ${reward} is still under challenge, and you give it up.`] : []),
    ...(state === "claimable" ? [`Its reward of ${reward} stays yours: the challenge is over.`] : []),
    "It cannot be undone: this dataset never takes the same records again.",
  ];
}
