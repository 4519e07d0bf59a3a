import { mustGet } from "../../state/must.ts";
import { accounts } from "../../tables/accounts.ts";
import { contributions } from "../../tables/contributions.ts";
import { datasets } from "../../tables/datasets.ts";
import { slashes } from "../../tables/slashes.ts";
import { type Context, type EventOf, placeOf } from "../Reducer.ts";
import { retire } from "./contributing.ts";
import { accountOf, datasetOf } from "./rows.ts";
import { setStake } from "./staking.ts";

/** A copy was proven: its reward returns, and a part of the stake behind it is taken, what unbonds first. */
export async function slashDuplicate(event: EventOf<"DataPool", "SlashDuplicate">, context: Context): Promise<void> {
  const { state } = context;
  const { older, newer, offender, prover, lanes, forfeited, slashed, bounty } = event.args;
  const { pool } = await datasetOf(context);
  await retire(context, await mustGet(state, contributions, [pool, newer]), forfeited);
  state.put(contributions, { ...(await mustGet(state, contributions, [pool, newer])), slashed: true });
  if (slashed > 0n) await takeStake(event, context);

  const dataset = await datasetOf(context);
  state.put(datasets, { ...dataset, committed: dataset.committed - slashed + bounty });
  state.add(slashes, {
    ...placeOf(event, context),
    offence: "duplicate",
    pool,
    offender,
    prover,
    older,
    contribution: newer,
    lanes: Number(lanes),
    forfeited,
    slashed,
    bounty,
  });
}

async function takeStake(event: EventOf<"DataPool", "SlashDuplicate">, context: Context): Promise<void> {
  const { offender, slashed } = event.args;
  const dataset = await datasetOf(context);
  const account = await accountOf(context, dataset.pool, offender);
  const fromUnbonding = slashed < account.unbonding ? slashed : account.unbonding;
  const unbonding = account.unbonding - fromUnbonding;
  const left = { ...account, unbonding, slashed: account.slashed + slashed };
  if (slashed === fromUnbonding) return context.state.put(accounts, left);
  const staked = account.staked - (slashed - fromUnbonding);
  setStake(event, context, { dataset, account: left }, { change: "slash", amount: slashed - fromUnbonding, staked });
}
