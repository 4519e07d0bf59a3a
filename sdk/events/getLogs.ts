import type { ChainLog, ChainReader, LogFilter } from "../chain/ChainReader.ts";
import type { Datawell } from "../chain/datawell.ts";
import { providerOf } from "../chain/providerOf.ts";
import { decodeError } from "../errors/decodeError.ts";

/** Logs of what, from which block to which. */
export interface LogQuery {
  readonly address: string | string[];
  readonly topics?: LogFilter["topics"];
  readonly fromBlock?: number; // by default the block of the deployment
  readonly toBlock?: number; // by default the latest
}

/**
 * The logs that match, oldest first. Many nodes answer only for a limited number of blocks or logs: what is refused is
 * asked for again in halves.
 * @throws DatawellError Unreachable, Unknown
 */
export async function getLogs(client: Datawell, query: LogQuery): Promise<readonly ChainLog[]> {
  const provider = providerOf(client);
  const fromBlock = query.fromBlock ?? client.birth;
  try {
    const toBlock = query.toBlock ?? (await provider.getBlockNumber());
    return await inHalves(provider, { ...query, fromBlock, toBlock });
  } catch (error) {
    throw decodeError(error);
  }
}

async function inHalves(
  provider: ChainReader,
  query: LogQuery & { readonly fromBlock: number; readonly toBlock: number },
): Promise<ChainLog[]> {
  const { fromBlock, toBlock } = query;
  if (fromBlock > toBlock) return [];
  const found = await provider.getLogs(query).catch((error: unknown) => error);
  if (Array.isArray(found)) return found as ChainLog[];
  if (fromBlock === toBlock || decodeError(found).name === "Unreachable") throw found;
  const middle = Math.floor((fromBlock + toBlock) / 2);
  const first = await inHalves(provider, { ...query, toBlock: middle });
  return [...first, ...(await inHalves(provider, { ...query, fromBlock: middle + 1 }))];
}
