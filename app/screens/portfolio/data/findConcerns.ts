import type { Datawell } from "#sdk/chain/datawell.ts";
import { fromIndex } from "../../../data/services.ts";
import type { Concerns } from "./Concerns.ts";
import { concernsFromChain } from "./concernsFromChain.ts";
import { concernsFromIndex } from "./concernsFromIndex.ts";

/** What an account has to do with, from the indexer if there is one, else from the chain. */
export const findConcerns = async (client: Datawell, who: string): Promise<Concerns> =>
  (await fromIndex((index) => concernsFromIndex(index, who))) ?? concernsFromChain(client, who);
