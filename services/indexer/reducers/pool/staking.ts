import { mustEqual } from "../../state/must.ts";
import { accounts } from "../../tables/accounts.ts";
import { datasets } from "../../tables/datasets.ts";
import { stakeChanges } from "../../tables/stakeChanges.ts";
import { type Context, type EventOf, placeOf } from "../Reducer.ts";
import { settleRevenue } from "./revenue.ts";
import { accountOf, type AccountRow, datasetOf, type DatasetRow } from "./rows.ts";

type StakeEvent = EventOf<"DataPool", "Stake" | "Unstake" | "Withdraw" | "SlashDuplicate">;

/** What a change of stake is called, and by how much. */
interface Change {
  readonly change: "stake" | "unstake" | "withdraw" | "slash";
  readonly amount: bigint;
  readonly staked: bigint; // afterwards
}

/** Writes a changed stake, with the revenue up to now settled on the old one, and remembers the change. */
export function setStake(
  event: StakeEvent,
  context: Context,
  { dataset, account }: { readonly dataset: DatasetRow; readonly account: AccountRow },
  { change, amount, staked }: Change,
): void {
  const { state } = context;
  const totalStaked = dataset.totalStaked - account.staked + staked;
  state.put(accounts, { ...settleRevenue(dataset, account), staked });
  state.put(datasets, { ...dataset, totalStaked });
  const { pool } = dataset;
  const who = { pool, account: account.account };
  state.add(stakeChanges, { ...placeOf(event, context), ...who, change, amount, staked, totalStaked });
}

export async function stake(event: EventOf<"DataPool", "Stake">, context: Context): Promise<void> {
  const { provider, amount, staked, totalStaked } = event.args;
  const { dataset, account } = await partiesOf(context, provider);
  mustEqual("A stake", staked, account.staked + amount);
  mustEqual("The stake of a pool", totalStaked, dataset.totalStaked + amount);
  const parties = { dataset, account: { ...account, room: account.room - amount } };
  setStake(event, context, parties, { change: "stake", amount, staked });
}

export async function unstake(event: EventOf<"DataPool", "Unstake">, context: Context): Promise<void> {
  const { provider, amount, staked, totalStaked } = event.args;
  const { dataset, account } = await partiesOf(context, provider);
  mustEqual("A stake", staked, account.staked - amount);
  mustEqual("The stake of a pool", totalStaked, dataset.totalStaked - amount);
  const leaving = { unbonding: account.unbonding + amount, unbondedAt: Number(event.args.unbondedAt) };
  setStake(event, context, { dataset, account: { ...account, ...leaving } }, { change: "unstake", amount, staked });
}

export async function withdraw(event: EventOf<"DataPool", "Withdraw">, context: Context): Promise<void> {
  const { state } = context;
  const { provider, amount } = event.args;
  const { dataset, account } = await partiesOf(context, provider);
  mustEqual("What has unbonded", amount, account.unbonding);
  state.put(accounts, { ...account, unbonding: 0n, room: account.room + amount });
  const { pool, totalStaked } = dataset;
  const what = { change: "withdraw", amount, staked: account.staked, totalStaked };
  state.add(stakeChanges, { ...placeOf(event, context), pool, account: provider, ...what });
}

async function partiesOf(context: Context, provider: string) {
  const dataset = await datasetOf(context);
  return { dataset, account: await accountOf(context, dataset.pool, provider) };
}
