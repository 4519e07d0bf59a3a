import { mustEqual, mustGet } from "../../state/must.ts";
import { accounts } from "../../tables/accounts.ts";
import { proposals } from "../../tables/proposals.ts";
import { votes } from "../../tables/votes.ts";
import { type Context, type EventOf, placeOf } from "../Reducer.ts";
import { accountOf, datasetOf } from "./rows.ts";

export async function vote(event: EventOf<"DataPool", "Vote">, context: Context): Promise<void> {
  const { state } = context;
  const { id, voter, support, weight, needed } = event.args;
  const { pool } = await datasetOf(context);
  const proposal = await mustGet(state, proposals, [pool, id]);
  const missing = support ? (weight < proposal.needed ? proposal.needed - weight : 0n) : proposal.needed;
  mustEqual("The votes still missing", needed, missing);
  const [yes, no] = support ? [proposal.yes + weight, proposal.no] : [proposal.yes, proposal.no + weight];
  state.put(proposals, { ...proposal, needed, yes, no });
  const account = await accountOf(context, pool, voter);
  state.put(accounts, { ...account, lockedUntil: Math.max(account.lockedUntil, proposal.expiry) });
  state.add(votes, { ...placeOf(event, context), pool, id, voter, support, weight });
}

/** A voter took its share of the budget. */
export async function claimVoteReward(
  { args }: EventOf<"DataPool", "ClaimVoteReward">,
  context: Context,
): Promise<void> {
  const { state } = context;
  const { pool } = await datasetOf(context);
  const proposal = await mustGet(state, proposals, [pool, args.id]);
  state.put(proposals, { ...proposal, rewardsClaimed: proposal.rewardsClaimed + args.amount });
}

/** A budget that nobody voted for went back to the maker. */
export async function reclaimVoteBudget(
  { args }: EventOf<"DataPool", "ReclaimVoteBudget">,
  context: Context,
): Promise<void> {
  const { state } = context;
  const { pool } = await datasetOf(context);
  const proposal = await mustGet(state, proposals, [pool, args.id]);
  mustEqual("A vote budget that came back", args.amount, proposal.voteBudget);
  state.put(proposals, { ...proposal, budgetReclaimed: true });
}
