import { mustEqual, mustGet } from "../../state/must.ts";
import type { Row } from "../../state/Table.ts";
import { datasets } from "../../tables/datasets.ts";
import { proposals } from "../../tables/proposals.ts";
import type { Context, EventOf } from "../Reducer.ts";
import { nameOfParameter } from "./nameOfParameter.ts";
import { datasetOf } from "./rows.ts";

type Proposed = EventOf<"DataPool", "ProposePrice" | "ProposeParameter">;
type ProposalRow = Row<typeof proposals>;
type Content = Pick<ProposalRow, "proposalKind" | "buyer" | "price" | "duration" | "parameter" | "data">;

const NOTHING: Omit<Content, "proposalKind"> = { buyer: "", price: 0n, duration: 0, parameter: "", data: "" };

export async function proposePrice(event: EventOf<"DataPool", "ProposePrice">, context: Context): Promise<void> {
  const { buyer, price, duration } = event.args.proposal;
  await open(event, context, { ...NOTHING, proposalKind: "price", buyer, price, duration: Number(duration) });
}

export async function proposeParameter(
  event: EventOf<"DataPool", "ProposeParameter">,
  context: Context,
): Promise<void> {
  const { proposal } = event.args;
  const { data } = proposal;
  const parameter = nameOfParameter(proposal.parameter);
  await open(event, context, { ...NOTHING, proposalKind: "parameter", parameter, data });
}

/** Takes down a proposal and the snapshot under which it is voted on. */
async function open({ args }: Proposed, context: Context, content: Content): Promise<void> {
  const { state, time } = context;
  const { id, ballot, proposal } = args;
  const dataset = await datasetOf(context);
  const { pool, ownerStake, totalStaked } = dataset;
  if (ballot.number > 0n) mustEqual("The number of a ballot", ballot.number, dataset.ballots + 1);
  await state.get(proposals, [pool, id]);
  const number = dataset.proposals + 1;
  state.put(datasets, { ...dataset, proposals: number, ballots: dataset.ballots + Number(ballot.number > 0n) });
  state.put(proposals, {
    ...content,
    pool,
    id,
    voteBudget: proposal.voteBudget,
    expiry: Number(proposal.expiry),
    salt: proposal.salt,
    ballot: Number(ballot.number),
    ownerStake,
    totalStaked,
    neededAtFirst: ballot.needed,
    needed: ballot.needed,
    yes: 0n,
    no: 0n,
    rewardsClaimed: 0n,
    budgetReclaimed: false,
    ended: "",
    endedAt: 0,
    proposedAt: time,
    number,
  });
}

const ENDINGS = { Accept: "accepted", Reject: "rejected", Cancel: "cancelled" } as const;

/** A proposal was accepted or rejected by its buyer, or taken back by the maker. */
export async function end(event: EventOf<"DataPool", "Accept" | "Reject" | "Cancel">, context: Context): Promise<void> {
  const { state, time } = context;
  const { pool } = await datasetOf(context);
  const proposal = await mustGet(state, proposals, [pool, event.args.id]);
  state.put(proposals, { ...proposal, ended: ENDINGS[event.name], endedAt: time });
}
