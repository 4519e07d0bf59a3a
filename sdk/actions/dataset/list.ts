import type { Datawell } from "../../chain/datawell.ts";
import { readEvents } from "../../events/readEvents.ts";
import type { Dataset } from "../../types/Dataset.ts";

export interface ListParams {
  readonly from?: bigint; // index of the first, in order of creation from 0
  readonly limit?: bigint; // how many at most, by default all
}

export interface Listed extends Dataset {
  readonly index: bigint; // place in the order of creation
  readonly name: string;
  readonly symbol: string;
}

/** Datasets in order of creation: the factory's events are their list. */
export async function list(client: Datawell, { from = 0n, limit }: ListParams = {}): Promise<readonly Listed[]> {
  const launches = await readEvents(client, { at: client.factory, event: "CreateDataset" });
  const all = launches.map(({ token, pair, pool, params: { name, symbol } }, i) => {
    return { index: BigInt(i), token, pair, pool, name, symbol };
  });
  return all.slice(Number(from), limit === undefined ? undefined : Number(from + limit));
}
