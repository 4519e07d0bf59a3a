import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import { sparingly } from "../sparingly.ts";
import { blockAt } from "./blockAt.ts";
import { blockTime } from "./blockTime.ts";

const DAY = 86_400; // seconds
const PACE = 60_000; // milliseconds for which the answer is good enough

/** The first block of the last 24 hours. */
export const dayAgo = (client: Datawell): Promise<number> =>
  sparingly(client, "day ago", PACE, async () => {
    const last = await providerOf(client).getBlockNumber();
    const readTime = blockTime(client);
    const time = (await readTime(last)) - DAY;
    return blockAt(readTime, { time, first: Math.min(client.birth, last), last });
  });
