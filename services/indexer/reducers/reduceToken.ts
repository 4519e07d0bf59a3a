import { ZeroAddress } from "ethers";
import { mustEqual, mustGet } from "../state/must.ts";
import { datasets } from "../tables/datasets.ts";
import { move } from "./balance.ts";
import type { Context, EventOf, Reducer } from "./Reducer.ts";

export const reduceToken: Reducer<"DataToken"> = { Transfer: transfer, MetadataPublished: publish };

async function transfer({ args }: EventOf<"DataToken", "Transfer">, context: Context): Promise<void> {
  const { state, token } = context;
  await move(context, { asset: token, ...args });
  if (args.to !== ZeroAddress) return;
  const dataset = await mustGet(state, datasets, [token]);
  state.put(datasets, { ...dataset, supply: dataset.supply - args.value });
}

async function publish({ args }: EventOf<"DataToken", "MetadataPublished">, context: Context): Promise<void> {
  const { state, token } = context;
  const dataset = await mustGet(state, datasets, [token]);
  const version = Number(args.version);
  mustEqual("The version of metadata", version, dataset.metadataVersion + 1);
  state.put(datasets, { ...dataset, metadata: args.digest, metadataVersion: version });
}
