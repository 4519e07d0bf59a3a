import { tokenAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { find } from "./find.ts";

export interface ListParams {
  readonly from?: bigint; // index of the first, in order of creation from 0
  readonly limit?: bigint; // how many at most, by default 50
}

export interface Listed extends Dataset {
  readonly index: bigint;
  readonly name: string;
  readonly symbol: string;
}

/** Datasets in order of creation. */
export async function list(client: Datawell, { from = 0n, limit = 50n }: ListParams = {}): Promise<readonly Listed[]> {
  const count = await read(client, client.factory, "datasetCount", []);
  const end = from + limit < count ? from + limit : count;
  const indices = Array.from({ length: Number(end > from ? end - from : 0n) }, (_, i) => from + BigInt(i));
  return Promise.all(indices.map((index) => listed(client, index)));
}

async function listed(client: Datawell, index: bigint): Promise<Listed> {
  const token = await read(client, client.factory, "datasetAt", [index]);
  const [dataset, name, symbol] = await Promise.all([
    find(client, { token }),
    read(client, tokenAt(token), "name", []),
    read(client, tokenAt(token), "symbol", []),
  ]);
  return { ...dataset, index, name, symbol };
}
