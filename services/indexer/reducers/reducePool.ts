import { setParameter } from "./pool/changing.ts";
import { claim, contribute, revoke } from "./pool/contributing.ts";
import { announceClose, close, topUp } from "./pool/funding.ts";
import { end, proposeParameter, proposePrice } from "./pool/proposing.ts";
import { reallocate, settleReallocation } from "./pool/reallocating.ts";
import { claimRevenue, withdrawMakerRevenue } from "./pool/revenue.ts";
import { buy, setListed, setPrice } from "./pool/selling.ts";
import { slashDuplicate } from "./pool/slashing.ts";
import { stake, unstake, withdraw } from "./pool/staking.ts";
import { claimVoteReward, reclaimVoteBudget, vote } from "./pool/voting.ts";
import type { Reducer } from "./Reducer.ts";

export const reducePool: Reducer<"DataPool"> = {
  Contribute: contribute,
  Revoke: revoke,
  Claim: claim,
  Reallocate: reallocate,
  SettleReallocation: settleReallocation,
  Stake: stake,
  Unstake: unstake,
  Withdraw: withdraw,
  SlashDuplicate: slashDuplicate,
  SetPrice: setPrice,
  SetListed: setListed,
  SetParameter: setParameter,
  Buy: buy,
  ClaimRevenue: claimRevenue,
  WithdrawMakerRevenue: withdrawMakerRevenue,
  ProposePrice: proposePrice,
  ProposeParameter: proposeParameter,
  Vote: vote,
  Accept: end,
  Reject: end,
  Cancel: end,
  ClaimVoteReward: claimVoteReward,
  ReclaimVoteBudget: reclaimVoteBudget,
  TopUp: topUp,
  AnnounceClose: announceClose,
  Close: close,
};
