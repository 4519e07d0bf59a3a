import type { Explanations } from "../Explanation.ts";

/** AttesterRegistry. */
export const registryErrors = {
  AlreadyExiting: ["{attester} is leaving, until {withdrawableAt|time}", "Withdraw after that; then register anew"],
  AttesterInactive: ["{attester} has no live bond", "Collect the signature of another member of the set"],
  BadSignature: ["The signature is not {attester}'s over this", "Have exactly this contribution and assessment signed"],
  Barred: ["{attester} once contradicted itself and is barred", "Use another account"],
  BondTooSmall: ["A bond of {bond|amount} is below {minBond|amount}", "Bond at least {minBond|amount}"],
  InvalidThreshold: ["{threshold} of {attesters} is not a possible threshold", "Choose 1 to {attesters}"],
  NotAMember: ["{attester} is not in the pool's set", "Leave its signature out"],
  NotAscending: ["{next} must not follow {previous}", "Sort by address, without repetitions"],
  NotBonded: ["{attester} has no bond", "Register first"],
  NotExiting: ["{attester} did not say that it leaves", "Exit first"],
  SameAssessment: ["The two assessments say the same", "Show two that differ in quality or novelty"],
  "StillUnbonding(withdrawableAt,now_)": ["The bond stays liable until {withdrawableAt|time}", "Withdraw it then"],
  TooFewSignatures: ["{have} signatures of the {need} needed", "Collect more"],
  TooManyAttesters: ["{count} attesters are too many", "Name at most {max}"],
  UnknownAttesterSet: ["This is not the pool's set of attesters", "Bring the set whose hash is {expected}"],
} as const satisfies Explanations;
