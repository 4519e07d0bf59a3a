import { isAddress } from "ethers";
import { find } from "#sdk/actions/dataset/find.ts";
import { type Listed, list } from "#sdk/actions/dataset/list.ts";
import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { badInput } from "../input/badInput.ts";
import { eighteen, type Money } from "../output/Money.ts";
import type { Session } from "./Session.ts";

/** A dataset with its words and how its Data Token is counted. */
export interface Named extends Dataset {
  readonly name: string;
  readonly symbol: string;
  readonly money: Money;
}

/**
 * The dataset that the user means, by the address of its token, its symbol or its name. Words are not unique: anybody
 * may launch a second dataset of the same name, so that two of them are refused.
 */
export async function datasetOf({ client }: Session, text: string): Promise<Named> {
  if (isAddress(text)) {
    const dataset = await find(client, { token: text });
    const [name, symbol] = await Promise.all([
      read(client, tokenAt(text), "name", []),
      read(client, tokenAt(text), "symbol", []),
    ]);
    return { ...dataset, name, symbol, money: eighteen(symbol) };
  }
  const all = await list(client);
  const found = all.filter(({ name, symbol }) => isSame(symbol, text) || isSame(name, text));
  const [only] = found;
  if (only === undefined) {
    throw badInput(
      `There is no dataset called "${text}"`,
      "See `npx hardhat dataset list`, or give the token's address",
    );
  }
  if (found.length > 1) throw ambiguous(text, found);
  return { ...only, money: eighteen(only.symbol) };
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const ambiguous = (text: string, found: readonly Listed[]) =>
  badInput(
    `${found.length} datasets are called "${text}"`,
    `Give the token's address: ${found.map(({ token }) => token).join(" or ")}`,
  );
