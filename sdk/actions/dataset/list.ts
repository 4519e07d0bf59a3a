import type { Datawell } from "../../chain/datawell.ts";
import { providerOf } from "../../chain/providerOf.ts";
import { decodeError } from "../../errors/decodeError.ts";
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

const STEP = 50_000; // blocks that are asked for first; then twice as many, and so on

/** Datasets in order of creation: the factory's events are their list. A limit ends the search where it is reached. */
export async function list(client: Datawell, { from = 0n, limit }: ListParams = {}): Promise<readonly Listed[]> {
  const launches = await read(client, limit === undefined ? Number.POSITIVE_INFINITY : Number(from + limit));
  const all = launches.map(({ token, pair, pool, params: { name, symbol } }, i) => {
    return { index: BigInt(i), token, pair, pool, name, symbol };
  });
  return all.slice(Number(from), limit === undefined ? undefined : Number(from + limit));
}

/** The first launches, `count` of them or some more. */
async function read(client: Datawell, count: number) {
  const { factory, birth } = client;
  if (count === Number.POSITIVE_INFINITY) return readEvents(client, { at: factory, event: "CreateDataset" });
  const last = await providerOf(client)
    .getBlockNumber()
    .catch((error: unknown) => {
      throw decodeError(error);
    });
  const found = [];
  for (let from = birth, step = STEP; found.length < count && from <= last; from += step, step *= 2) {
    const range = { fromBlock: from, toBlock: Math.min(last, from + step - 1) };
    found.push(...(await readEvents(client, { at: factory, event: "CreateDataset", ...range })));
  }
  return found;
}
