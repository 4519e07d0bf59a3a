import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { sparingly } from "../sparingly.ts";
import { type Imitation, imitations } from "../words/imitations.ts";
import { launches } from "./launches.ts";

const AGE = 30_000; // milliseconds

/**
 * Which datasets look like one that was there before them, ALITA itself included; by token. Read from the chain, whatever
 * else the page rests on.
 * @param isWanted not before there is something to compare: it asks for the whole list
 */
export function useImitations(isWanted = true): ReadonlyMap<string, Imitation> | undefined {
  return useLive(isWanted ? "imitations" : undefined, () => sparingly(reader(), "imitations", AGE, read)).data;
}

async function read(): Promise<ReadonlyMap<string, Imitation>> {
  const { alita } = reader();
  return imitations([{ token: alita.address, name: "ALITA", symbol: "ALITA" }, ...(await launches(reader()))]);
}
