import type { Explanations } from "../Explanation.ts";

/** Contributing, revoking, claiming and slashing. */
export const contributionErrors = {
  AllocationExhausted: [
    "The pool has nothing left to reward with",
    "Wait for a top-up by the maker, or use another pool",
  ],
  AlreadyRevoked: ["Consent to {contentTag} was withdrawn before", "Nothing to do"],
  AlreadySlashed: ["{contentTag} was proven a duplicate before", "Nothing to do"],
  ChallengeOver: ["The time to challenge it ended at {since|time}", "Look for newer duplicates"],
  ContributionsClosed: ["The pool takes no contributions since {since|time}", "Use another pool"],
  DuplicateContent: ["The pool has this content already ({contentTag})", "Contribute other data, or an update"],
  EmptyContribution: [
    "A contribution needs units, a content root and a content tag",
    "Build it from at least one record",
  ],
  InsufficientEscrow: [
    "The escrow holds {have|amount}, {need|amount} is needed",
    "Use at most {have|amount}, or top it up",
  ],
  NotClaimable: ["{contentTag} can be challenged until {claimableAt|time}", "Claim it after that"],
  NotDuplicate: ["They agree in {lanes} lanes, {needed} are needed", "These are not near copies by this pool's rule"],
  NotEligible: ["{provider} is not admitted by {gate}", "Get the credential that this pool's gate asks for"],
  NotProvider: ["{caller} is not the provider {provider}", "Use the provider's account, or its signed consent"],
  NothingToClaim: ["There is nothing to claim", "Come back when something was earned"],
  NoUnits: ["The pool has no live contributions to share by", "Wait for a contribution"],
  NoveltyWithoutParent: [
    "A first contribution has no novelty ({novelty|bps})",
    "Name the parent, or assess novelty as 0",
  ],
  OutOfRange: ["{value} is above {max}", "Use at most {max}"],
  ParentNotUsable: ["{parent} cannot be updated", "Name a live contribution of the same provider as the parent"],
  QualityTooLow: [
    "Quality {quality|bps} is below the pool's {minQuality|bps}",
    "Improve the data and have it assessed again",
  ],
  RewardTooLow: [
    "The reward would be {reward|amount}, below the {minReward|amount} asked for",
    "Ask for less, or wait for a top-up",
  ],
  SameProvider: ["Both contributions are by {provider}", "One's own data may be repeated, except as a paid update"],
  UnknownContribution: ["The pool does not know {contentTag}", "Check the content tag and the pool"],
  UpdateUnderChallenge: ["An update can still be challenged until {until|time}", "Send the next update after that"],
  WrongOrder: ["Contribution {olderNumber} is not older than {newerNumber}", "Exchange the two"],
} as const satisfies Explanations;
