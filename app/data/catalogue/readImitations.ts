import type { Datawell } from "#sdk/chain/datawell.ts";
import { sparingly } from "../sparingly.ts";
import { type Imitation, imitations } from "../words/imitations.ts";
import { launches } from "./launches.ts";

const AGE = 30_000; // milliseconds

/**
 * Which datasets look like one that was there before them, ALITA itself included; by token. Read from the chain, whatever
 * else the page rests on.
 * @throws DatawellError Unreachable
 */
export const readImitations = (client: Datawell): Promise<ReadonlyMap<string, Imitation>> =>
  sparingly(client, "imitations", AGE, async () => {
    const base = { token: client.alita.address, name: "ALITA", symbol: "ALITA" };
    return imitations([base, ...(await launches(client))]);
  });
