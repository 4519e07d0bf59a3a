import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import { getLogs, type LogQuery } from "#sdk/events/getLogs.ts";

interface Grown {
  readonly until: number; // block
  readonly logs: readonly ChainLog[];
}

export const UNSETTLED = 64; // blocks that the chain may still replace, and are asked for again

const grown = new WeakMap<Datawell, Map<string, Grown>>();

/**
 * All logs that match since the deployment, oldest first; of what was read before, only the end is read again.
 * @param key names the query
 * @throws DatawellError Unreachable, Unknown
 */
export async function growingLogs(
  client: Datawell,
  key: string,
  query: Pick<LogQuery, "address" | "topics">,
): Promise<readonly ChainLog[]> {
  const known = grown.get(client) ?? new Map<string, Grown>();
  grown.set(client, known);
  const before = known.get(key);
  const fromBlock = Math.max(client.birth, (before?.until ?? 0) - UNSETTLED);
  const until = await providerOf(client).getBlockNumber();
  const fresh = await getLogs(client, { ...query, fromBlock, toBlock: until });
  const settled = before?.logs.filter(({ blockNumber }) => blockNumber < fromBlock) ?? [];
  const logs = settled.length === 0 ? fresh : [...settled, ...fresh];
  known.set(key, { until, logs });
  return logs;
}
