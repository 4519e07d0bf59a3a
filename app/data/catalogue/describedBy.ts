import { getAddress } from "ethers";
import { find } from "#sdk/actions/dataset/find.ts";
import { poolAt, tokenAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import { cidToDigest } from "#sdk/metadata/cid.ts";
import type { StoreClient } from "#sdk/store/connectStore.ts";
import { searchDocuments } from "#sdk/store/searchDocuments.ts";
import type { Found } from "#sdk/store/wire.ts";
import type { Launch } from "./launches.ts";

const MOST = 20;

/**
 * Datasets whose document has all the words: keywords and fields are only there. A store may find what it likes; what
 * the chain does not name as the dataset's document of today is left out.
 * @throws StoreError
 */
export async function describedBy(client: Datawell, store: StoreClient, text: string): Promise<readonly Launch[]> {
  const found = await searchDocuments(store, { text, role: "maker", limit: MOST });
  const all = await Promise.all(found.map((one) => currentOf(client, one).catch(() => undefined)));
  const byToken = new Map(all.flatMap((one) => (one === undefined ? [] : [[one.token, one] as const])));
  return [...byToken.values()];
}

async function currentOf(client: Datawell, { cid, pool }: Found): Promise<Launch | undefined> {
  const token = getAddress(await read(client, poolAt(pool), "token", []));
  const dataset = await find(client, { token }); // refuses a token that is not of this deployment
  const at = tokenAt(token);
  const [name, symbol, maker, uri] = await Promise.all([
    read(client, at, "name", []),
    read(client, at, "symbol", []),
    read(client, at, "maker", []),
    read(client, at, "contractURI", []),
  ]);
  const metadata = cidToDigest(cid);
  if (dataset.pool !== pool || uri !== contractUri(metadata)) return undefined;
  return { ...dataset, name, symbol, maker, metadata, block: 0 };
}
