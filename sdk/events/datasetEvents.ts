import { type Log, zeroPadValue } from "ethers";
import { ComputeBillingAbi } from "../abis.ts";
import type { Datawell } from "../chain/datawell.ts";
import { interfaceOf } from "../chain/interfaceOf.ts";
import { providerOf } from "../chain/providerOf.ts";
import { decodeError } from "../errors/decodeError.ts";
import type { Dataset } from "../types/Dataset.ts";
import type { DatawellEvent } from "./DatawellEvent.ts";
import { decodeLog } from "./decodeLog.ts";
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
  const { dataset, fromBlock = client.birth, toBlock = "latest" } = params;
  const range = { fromBlock, toBlock };
  const { token, pair, pool } = dataset;
  const provider = providerOf(client);
  const opened = interfaceOf(ComputeBillingAbi).encodeFilterTopics("OpenJob", [null, null, pool]);
  try {
    const [own, launch, jobs] = await Promise.all([
      provider.getLogs({ ...range, address: [token, pair, pool] }),
      provider.getLogs({ ...range, address: client.factory.address, topics: [null, zeroPadValue(token, 32)] }),
      provider.getLogs({ ...range, address: client.billing.address, topics: opened }),
    ]);
    const ids = jobs.flatMap((log) => log.topics[1] ?? []);
    const became =
      ids.length === 0
        ? []
        : await provider.getLogs({ ...range, address: client.billing.address, topics: [null, ids] });
    return decodeAll(client, dataset, [...own, ...launch, ...became]);
  } catch (error) {
    throw decodeError(error);
  }
}

function decodeAll(client: Datawell, dataset: Dataset, logs: readonly Log[]): readonly DatawellEvent[] {
  const sources = sourcesOf(client, [dataset]);
  const events = logs.flatMap((log) => {
    const source = sources.get(log.address.toLowerCase());
    return source === undefined ? [] : (decodeLog(log, source) ?? []);
  });
  return events.toSorted((a, b) => a.block - b.block || a.logIndex - b.logIndex);
}
