import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import type { ReadTime } from "./timesOf.ts";

const known = new Map<number, number>();

/** Reads when a block was, once for each. */
export const blockTime =
  (client: Datawell): ReadTime =>
  async (number) => {
    const remembered = known.get(number);
    if (remembered !== undefined) return remembered;
    const block = await providerOf(client).getBlock(number);
    const time = block?.timestamp ?? 0;
    if (block !== null) known.set(number, time);
    return time;
  };
