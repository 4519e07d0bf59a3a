import { ChainError } from "./ChainError.ts";
import type { ChainLog } from "./ChainLog.ts";
import type { LogFilter, Reader } from "./createReader.ts";
import { inOrder } from "./inOrder.ts";
import { isHiccup } from "./isHiccup.ts";
import { isSame } from "./isSame.ts";

/** Nodes limit the length of a request. */
const ADDRESSES = 500;
const ATTEMPTS = 4;

/**
 * The logs that match, in order. Asked for until two answers in a row agree: behind one address there are often many
 * nodes, and one that lags or drops something answers with less and no error.
 * @throws ChainError Unsteady, BadAnswer, TimedOut; or what the node refused with
 */
export async function readLogs(reader: Reader, filter: LogFilter): Promise<readonly ChainLog[]> {
  let last = await once(reader, filter);
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    const next = await once(reader, filter);
    if (next.length === last.length && next.every((log, index) => isSame(log, last[index]))) return next;
    last = next;
  }
  throw new ChainError("Unsteady", `${ATTEMPTS} answers to the same question about logs differ`);
}

async function once(reader: Reader, filter: LogFilter): Promise<readonly ChainLog[]> {
  const parts: (readonly ChainLog[])[] = [];
  for (let from = 0; from < filter.addresses.length; from += ADDRESSES) {
    parts.push(await inHalves(reader, { ...filter, addresses: filter.addresses.slice(from, from + ADDRESSES) }));
  }
  return inOrder(parts.flat());
}

/** Many nodes answer only for a limited number of blocks or logs: what is refused is asked for again in halves. */
async function inHalves(reader: Reader, filter: LogFilter): Promise<readonly ChainLog[]> {
  try {
    return await reader.logs(filter);
  } catch (error) {
    if ("blockHash" in filter || filter.from === filter.to || isHiccup(error)) throw error;
    const middle = Math.floor((filter.from + filter.to) / 2);
    const first = await inHalves(reader, { ...filter, to: middle });
    return [...first, ...(await inHalves(reader, { ...filter, from: middle + 1 }))];
  }
}
