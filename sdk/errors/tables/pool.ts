import type { Explanations } from "../Explanation.ts";

/** Stake, licences, proposals, funding and closing. */
export const poolErrors = {
  AlreadyVoted: ["{voter} has voted on this proposal", "One vote counts; nothing to do"],
  BadExpiry: ["A proposal cannot end at {expiry|time}", "Choose {min|time} to {max|time}"],
  CloseAnnounced: [
    "Closing was announced, for {closingAt|time}",
    "Nothing can be added or announced any more; close after that",
  ],
  CloseNotDue: ["The pool cannot be closed before {closingAt|time}", "Announce it, and close three days later"],
  DeadlinePassed: ["The deadline {deadline|time} has passed", "Try again and confirm sooner"],
  InsufficientStake: ["{have|amount} is staked, {need|amount} is needed", "Stake more, or use a smaller amount"],
  NotBuyer: ["The offer is for {buyer}, not for {caller}", "Use the buyer's account"],
  NotListed: ["Licences of this pool are not on sale", "Ask the maker for an offer"],
  NotMaker: ["Only the maker {maker} may do this, not {caller}", "Use the maker's account"],
  NotVoted: ["{voter} did not vote on this proposal", "Only voters share its budget"],
  NoVoteNeeded: ["The proposal passed without a vote", "Nothing to do"],
  NoWeight: ["{voter} had no stake when the proposal was made", "Stake before the next proposal"],
  PoolClosed: ["The pool is closed", "Use another pool"],
  PriceTooHigh: [
    "The licence costs {price|amount}, above your limit of {maxPrice|amount}",
    "Ask for a new quote and confirm the new price",
  ],
  ProposalClosed: ["The proposal has ended", "Make a new one"],
  ProposalExists: ["The same proposal was made before", "Change its salt"],
  ProposalExpired: ["The proposal ended at {expiry|time}", "Make a new one"],
  ProposalLive: ["The proposal is still open", "Wait for its end"],
  ProposalNotPassed: ["{missing|amount} of yes votes are missing", "Gather more votes"],
  StakeAboveEarned: [
    "{stake|amount} would be at stake, only {earned|amount} was earned here",
    "Stake less, or earn more first",
  ],
  StakeLocked: ["A vote locks the stake until {until|time}", "Unstake after that"],
  StakingMode: ["This exists only in pools where staking is {required}", "Use the way that this pool's mode offers"],
  "StillUnbonding(until)": ["The stake is on its way out until {until|time}", "Withdraw it after that"],
  UnknownProposal: ["The pool does not know this proposal", "Bring exactly the terms that were proposed"],
} as const satisfies Explanations;
