import { mustEqual } from "../../state/must.ts";
import { datasets } from "../../tables/datasets.ts";
import type { Context, EventOf } from "../Reducer.ts";
import { datasetOf } from "./rows.ts";

export async function topUp({ args }: EventOf<"DataPool", "TopUp">, context: Context): Promise<void> {
  const dataset = await datasetOf(context);
  mustEqual("The owner's stake", args.ownerStake, dataset.ownerStake + args.amount);
  context.state.put(datasets, { ...dataset, ownerStake: args.ownerStake });
}

export async function announceClose({ args }: EventOf<"DataPool", "AnnounceClose">, context: Context): Promise<void> {
  context.state.put(datasets, { ...(await datasetOf(context)), closingAt: Number(args.closingAt) });
}

export async function close({ args }: EventOf<"DataPool", "Close">, context: Context): Promise<void> {
  const dataset = await datasetOf(context);
  mustEqual("What was neither earned nor pending", args.refunded, dataset.ownerStake - dataset.committed);
  mustEqual("The owner's stake", args.ownerStake, dataset.ownerStake - args.refunded);
  context.state.put(datasets, { ...dataset, ownerStake: args.ownerStake, closed: true, listed: false });
}
