import type { Explanations } from "../Explanation.ts";

/** ComputeBilling and BulletinBoard. */
export const computeErrors = {
  AlreadyClaimed: ["Payout {index} of this job was paid before", "Nothing to do"],
  AlreadyPosted: [
    "{author} has fixed {root} for stage {stage} of {topic} before",
    "Go on with what stands: an entry never changes",
  ],
  BadConsent: [
    "{consumer} did not sign this settlement",
    "Ask for a signature over exactly these numbers, or settle without",
  ],
  BaseAboveMax: [
    "The job costs {need|amount} ALITA, above your limit of {max|amount}",
    "Ask for a new quote, or raise the limit",
  ],
  CohortBelowPolicy: [
    "The pool demands {policy} providers behind a result, {requested} were asked for",
    "Ask for {policy} or more",
  ],
  CohortTooSmall: [
    "The pool has {have} providers, {need} are needed",
    "Ask for fewer, within the pool's policy, or wait",
  ],
  ContributionSlashed: ["{contribution} was proven a duplicate and earns nothing", "Leave it out"],
  DataAboveMax: [
    "The job costs {need|amount} Data Tokens, above your limit of {max|amount}",
    "Ask for a new quote, or raise the limit",
  ],
  DeadlineOutOfRange: ["A job cannot end at {deadline|time}", "Choose {earliest|time} to {latest|time}"],
  DuplicateDispute: ["The arbiter {arbiter} gave the number {disputeId} twice", "Report this to the arbiter"],
  EmptyRoot: ["Zero cannot be posted, an empty entry reads as zero", "Post the root of the list"],
  EpsilonOutOfRange: [
    "A privacy cost of {epsilon|amount} is not allowed",
    "Choose more than 0 and at most {max|amount}; 0 where the maximum is 0",
  ],
  ForeignContribution: ["{contribution} is not {provider}'s", "Pay the provider that the pool knows: {owner}"],
  ForeignRuling: ["The ruling is about job {rulingJobId}, not {jobId}", "Bring the ruling of this job"],
  IndexOutsideTree: ["Payout {index} has no place in a tree of depth {depth}", "Bring the leaf with its own proof"],
  JobExists: ["The same job was opened in this block", "Change the salt"],
  NoCoordinator: ["A job needs a coordinator", "Name who collects the results"],
  NotConsumer: ["Only the consumer {consumer} may do this, not {caller}", "Use the consumer's account"],
  NotCoordinator: ["Only the coordinator {coordinator} may do this, not {caller}", "Use the coordinator's account"],
  NotOnDevice: ["{contribution} is not on a device and earns nothing by compute", "Leave it out"],
  NothingToPay: ["There is nothing to pay", "Nothing to do, or come back when it is due"],
  NotTheJudge: ["Disputes of this job are ruled by {arbiter}", "Wait for the arbiter's ruling"],
  PoolNotOpen: ["Pool {pool} takes no jobs", "Use a pool that is listed"],
  PriceIsZero: ["The average price at {pair} is too small to express", "Buy some Data Token to give it a price"],
  PrivacyBudgetExceeded: [
    "The privacy cost of {epsilon|amount} is more than the {left|amount} left in this period",
    "Ask for at most {left|amount}, or wait for the next period",
  ],
  BadProofLength: ["A proof of {length} bytes is not possible", "Bring 40 bytes for each of at most 32 levels"],
  ProviderMismatch: ["Claims of {provider} and {first} cannot go together", "Claim for one provider at a time"],
  RevokedBeforeOpening: ["Consent ended at {revokedAt|time}, before the job opened", "Leave the contribution out"],
  RootMismatch: ["{units} units do not go with payout root {payoutRoot}", "Give a root with units, and none without"],
  SubmittedAfterOpening: [
    "It was contributed at {submittedAt|time}, after the job opened",
    "Leave the contribution out",
  ],
  SumOverflow: ["The units add up to {sum}, too many for a tree", "Split the job"],
  TooEarly: ["This is possible from {from|time}", "Come back then"],
  TooLate: ["This was possible until {limit|time}", "The time has passed; see what the job's state allows now"],
  UnitsAboveMax: ["{units} units are more than the {max} of the job", "Charge at most {max}"],
  UnitsOutOfRange: ["A job cannot have {units} units", "Choose 1 to {max}"],
  UnknownDispute: ["{arbiter} has no dispute {disputeId} here", "Rule the dispute that was created"],
  UnknownJob: ["No job with exactly these terms was opened", "Bring the job as the event of its opening has it"],
  UnknownPool: ["{pool} is not a pool of this deployment", "Check the address and the chain"],
  WrongArbitrationCost: ["The dispute costs {cost} wei, {sent} were sent", "Send exactly {cost} wei"],
  WrongPayoutRoot: ["The payout is not under the job's root", "Bring the leaf and proof of the settled tree"],
  WrongPhase: ["The job is {have|phase}; this needs it to be {need|phase}", "See what its state allows now"],
  WrongTotal: ["The tree promises {total} units, {charged} were charged", "Settle with a tree that adds up"],
} as const satisfies Explanations;
