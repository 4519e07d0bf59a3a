import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import type { ReadTime } from "./timesOf.ts";

const known = new WeakMap<Datawell, Map<number, number>>();

/** Reads when a block was, once for each. */
export function blockTime(client: Datawell): ReadTime {
  const times = known.get(client) ?? new Map<number, number>();
  known.set(client, times);
  return async (number) => {
    const remembered = times.get(number);
    if (remembered !== undefined) return remembered;
    const block = await providerOf(client).getBlock(number);
    if (block !== null) times.set(number, block.timestamp);
    return block?.timestamp ?? 0;
  };
}
