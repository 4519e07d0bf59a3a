import { AbiCoder, dataSlice, getAddress } from "ethers";
import { DatasetFactoryAbi } from "#sdk/abis.ts";
import { topicOf } from "#sdk/chain/topicOf.ts";
import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { growingLogs } from "../chain/growingLogs.ts";
import { latestLogs } from "../chain/latestLogs.ts";

/** A dataset as its launch announced it. */
export interface Launch extends Dataset {
  readonly maker: string;
  readonly name: string; // as on the chain: show it by `safeText`
  readonly symbol: string;
  readonly metadata: string; // digest of the first document
  readonly block: number;
}

const read = new WeakMap<ChainLog, Launch | undefined>();

/** Every dataset, in order of creation: one question for those that are new since the last time. */
export async function launches(client: Datawell): Promise<readonly Launch[]> {
  const logs = await growingLogs(client, "launches", queryOf(client));
  return logs.flatMap((log) => launchOf(log) ?? []);
}

/** The end of that list, `count` of them or more if there are so many; and whether it is all of the list. */
export async function latestLaunches(client: Datawell, count: number) {
  const { logs, isAll } = await latestLogs(client, { key: "launches", query: queryOf(client), count });
  return { launches: logs.flatMap((log) => launchOf(log) ?? []), isAll };
}

const queryOf = ({ factory }: Datawell) => ({
  address: factory.address,
  topics: [topicOf(DatasetFactoryAbi, "CreateDataset")],
});

function launchOf(log: ChainLog): Launch | undefined {
  if (!read.has(log)) read.set(log, decode(log));
  return read.get(log);
}

/** Pair, and of the parameters only the first three: to decode all of them takes ten times as long. */
const TYPES = ["address", "tuple(string name, string symbol, bytes32 metadata)"];

/** Undefined for a name that is no text: nothing that one dataset calls itself may hide the others. */
function decode({ data, topics, blockNumber }: ChainLog): Launch | undefined {
  const [token = "", maker = "", pool = ""] = topics.slice(1).map((topic) => getAddress(dataSlice(topic, 12)));
  try {
    const [pair, params] = AbiCoder.defaultAbiCoder().decode(TYPES, data);
    const { name, symbol, metadata } = params;
    return { token, maker, pool, pair, name, symbol, metadata, block: blockNumber };
  } catch {
    return undefined;
  }
}
