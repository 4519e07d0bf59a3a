/** Why a finding is no weakness: the detector, a part of its description that names the place, and the reason. */
export interface Judgement {
  readonly check: string;
  /** Empty: whatever this detector finds. */
  readonly where: string;
  readonly reason: string;
}

export const TRIAGE: readonly Judgement[] = [
  {
    check: "timestamp",
    where: "",
    reason: "deadlines, windows and notices are hours to days long; a block's time may be off by seconds",
  },
  {
    check: "naming-convention",
    where: "",
    reason: "immutables in capitals where they are constants to the reader, a trailing underscore avoids shadowing",
  },
  { check: "assembly", where: "", reason: "a few lines each, memory-safe, tested against a readable twin" },
  {
    check: "missing-zero-check",
    where: "constructor",
    reason: "deployed by one script from computed addresses; a wrong one is a deployment that nobody uses",
  },
  {
    check: "unimplemented-functions",
    where: "",
    reason: "parts of DataPool: the missing functions are in the sibling parts",
  },
  {
    check: "calls-loop",
    where: "Router.",
    reason: "a path is as long as the caller pays for; every pair in it is the factory's own",
  },
  {
    check: "calls-loop",
    where: "ComputeBilling.",
    reason: "one call a claimed job, to a pool that the factory made; the caller chooses how many",
  },
  {
    check: "arbitrary-send-erc20",
    where: "ExactTransfer.sendExactly",
    reason: "every caller passes msg.sender, of whom the allowance is",
  },
  {
    check: "msg-value-in-nonpayable",
    where: "ComputeBilling._callArbiter",
    reason: "called by dispute alone, which is payable; the detector loses the way through the modifier",
  },
  { check: "uninitialized-state", where: "PoolStorage.", reason: "a struct whose members the parts of the pool write" },
  {
    check: "uninitialized-state",
    where: "Contributions._contributions",
    reason: "written by _record, a member at a time",
  },
  ...["Pair._open", "LiquidityToken._mint", "PoolStorage._setOwnerStake"].map((where) => ({
    check: "dead-code",
    where,
    reason: "called; the analyser loses the call where another file's part or a user-defined type stands between",
  })),
  { check: "uninitialized-local", where: "", reason: "a sum that starts at zero" },
  { check: "costly-loop", where: "DataToken._update", reason: "at most three mints, once, at launch" },
  {
    check: "reentrancy-benign",
    where: "ComputeBilling._callArbiter",
    reason: "the arbiter names the dispute, so it is written after the call; dispute is locked and the status is final",
  },
  {
    check: "reentrancy-no-eth",
    where: "Pair.swap",
    reason:
      "a flash swap measures what came back; every door is locked meanwhile, and views show the state before the swap",
  },
  {
    check: "divide-before-multiply",
    where: "Staking._splitRevenue",
    reason: "shares round down; what is lost, below a wei for each staker and sale, stays in the pool (POOL-1)",
  },
  {
    check: "incorrect-equality",
    where: "",
    reason: "zero is the mark of what was never set, and an escrow takes the exact amount or nothing",
  },
  {
    check: "unused-return",
    where: "",
    reason:
      "the value is not needed: an error kind judged by the signer, a third reserve word, an address known before",
  },
];
