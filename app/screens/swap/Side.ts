import { getAddress, isAddress } from "ethers";
import { find } from "#sdk/actions/dataset/find.ts";
import { pairAt, tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { reader } from "../../chain/site.ts";
import { type Live, useLive } from "../../chain/useLive.ts";
import { useImitations } from "../../data/catalogue/useImitations.ts";
import { shownSymbol } from "../../data/words/shownSymbol.ts";

/** The settlement token's word in an address; every other token is named by its own address. */
export const BASE = "ALITA";

/** One of both tokens of a swap. */
export interface Side {
  readonly token: string;
  readonly symbol: string; // safe to show
  readonly dataset?: Dataset & { readonly makerFeeShare: bigint }; // bps of the fee. None: it is ALITA
}

/** What a word of the address names: ALITA, a token's address, or nothing that could be one. */
export function tokenIn(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  if (word === BASE) return reader().alita.address;
  return isAddress(word) ? getAddress(word) : undefined;
}

/** A token as it stands in an address. */
export const wordOf = (token: string): string => (token === reader().alita.address ? BASE : token);

/** One side of a swap, from the chain. */
export function useSide(token: string | undefined): Live<Side> {
  const live = useLive(token && `side ${token}`, () => readSide(token ?? ""));
  const imitation = useImitations()?.get(token ?? "");
  const { data } = live;
  return data === undefined ? live : { ...live, data: { ...data, symbol: shownSymbol(data, imitation) } };
}

/** @throws DatawellError UnknownDataset */
async function readSide(token: string): Promise<Side> {
  const client = reader();
  if (token === client.alita.address) return { token, symbol: BASE };
  const [dataset, symbol] = await Promise.all([find(client, { token }), read(client, tokenAt(token), "symbol", [])]);
  const makerFeeShare = await read(client, pairAt(dataset.pair), "makerFeeShare", []);
  return { token, symbol, dataset: { ...dataset, makerFeeShare } };
}
