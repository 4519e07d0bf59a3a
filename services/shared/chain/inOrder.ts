import { ChainError } from "./ChainError.ts";
import type { ChainLog } from "./ChainLog.ts";
import { isSame } from "./isSame.ts";

/**
 * Logs in the chain's order, each once, in whatever order and how often the node told them.
 * @throws ChainError BadAnswer where two different logs claim one place
 */
export function inOrder(logs: readonly ChainLog[]): readonly ChainLog[] {
  const places = new Map<string, ChainLog>();
  for (const log of logs) {
    const place = `${log.blockNumber}:${log.index}`;
    const other = places.get(place);
    if (other !== undefined && !isSame(other, log)) {
      throw new ChainError("BadAnswer", `The node gave two logs at index ${log.index} of block ${log.blockNumber}`);
    }
    places.set(place, log);
  }
  return [...places.values()].toSorted((a, b) => a.blockNumber - b.blockNumber || a.index - b.index);
}
