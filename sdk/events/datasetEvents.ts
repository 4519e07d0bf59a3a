import { zeroPadValue } from "ethers";
import { ComputeBillingAbi } from "../abis.ts";
import type { ChainLog } from "../chain/ChainReader.ts";
import type { Datawell } from "../chain/datawell.ts";
import { interfaceOf } from "../chain/interfaceOf.ts";
import type { Dataset } from "../types/Dataset.ts";
import type { DatawellEvent } from "./DatawellEvent.ts";
import { decodeLog } from "./decodeLog.ts";
import { getLogs } from "./getLogs.ts";
import { sourcesOf } from "./sourcesOf.ts";

export interface DatasetEventsParams {
  readonly dataset: Dataset;
  readonly fromBlock?: number; // by default the block of the deployment
  readonly toBlock?: number; // by default the latest
}

/**
 * Everything that happened in a dataset, oldest first: the events of its token, pair and pool, its launch and release,
 * and its jobs with all that became of them.
 */
export async function datasetEvents(client: Datawell, params: DatasetEventsParams): Promise<readonly DatawellEvent[]> {
  const { dataset, fromBlock, toBlock } = params;
  const range = { fromBlock, toBlock };
  const { token, pair, pool } = dataset;
  const { factory, billing } = client;
  const opened = interfaceOf(ComputeBillingAbi, "OpenJob").encodeFilterTopics("OpenJob", [null, null, pool]);
  const [own, launch, jobs] = await Promise.all([
    getLogs(client, { ...range, address: [token, pair, pool] }),
    getLogs(client, { ...range, address: factory.address, topics: [null, zeroPadValue(token, 32)] }),
    getLogs(client, { ...range, address: billing.address, topics: opened }),
  ]);
  const ids = jobs.flatMap((log) => log.topics[1] ?? []);
  const became =
    ids.length === 0 ? [] : await getLogs(client, { ...range, address: billing.address, topics: [null, ids] });
  return decodeAll(client, dataset, [...own, ...launch, ...became]);
}

function decodeAll(client: Datawell, dataset: Dataset, logs: readonly ChainLog[]): readonly DatawellEvent[] {
  const sources = sourcesOf(client, [dataset]);
  const events = logs.flatMap((log) => {
    const source = sources.get(log.address.toLowerCase());
    return source === undefined ? [] : (decodeLog(log, source) ?? []);
  });
  return events.toSorted((a, b) => a.block - b.block || a.logIndex - b.logIndex);
}
