import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import { getLogs, type LogQuery } from "#sdk/events/getLogs.ts";
import { UNSETTLED } from "./growingLogs.ts";

interface Known {
  readonly from: number; // block
  readonly until: number; // block
  readonly logs: readonly ChainLog[];
}

export interface LatestParams {
  readonly key: string; // names the query
  readonly query: Pick<LogQuery, "address" | "topics">;
  readonly count: number;
}

/** The end of all logs that match, oldest first. */
export interface Latest {
  readonly logs: readonly ChainLog[];
  readonly isAll: boolean; // since the deployment
}

const STEP = 5_000; // blocks that are asked for first; then twice as many, and so on

const known = new WeakMap<Datawell, Map<string, Known>>();

/**
 * At least the `count` latest logs that match, if there are so many: from the head of the chain backwards, no further
 * than needed. What was read before is not read again.
 * @throws DatawellError Unreachable, Unknown
 */
export async function latestLogs(client: Datawell, { key, query, count }: LatestParams): Promise<Latest> {
  const all = known.get(client) ?? new Map<string, Known>();
  known.set(client, all);
  const last = await providerOf(client).getBlockNumber();
  const read = (fromBlock: number, toBlock: number) => getLogs(client, { ...query, fromBlock, toBlock });
  let { from, until, logs }: Known = all.get(key) ?? { from: last + 1, until: last, logs: [] };
  if (until >= from) {
    const redo = Math.max(from, until - UNSETTLED);
    logs = [...logs.filter(({ blockNumber }) => blockNumber < redo), ...(await read(redo, last))];
    until = last;
  }
  for (let step = STEP; logs.length < count && from > client.birth; step *= 2) {
    const start = Math.max(client.birth, from - step);
    logs = [...(await read(start, from - 1)), ...logs];
    from = start;
  }
  all.set(key, { from, until, logs });
  return { logs, isAll: from <= client.birth };
}
