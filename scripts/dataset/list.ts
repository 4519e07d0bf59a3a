import { list } from "#sdk/actions/dataset/list.ts";
import { market } from "#sdk/actions/market/market.ts";
import { count } from "../input/count.ts";
import { price } from "../output/price.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";

interface ListArgs {
  readonly first: string;
  readonly limit: string;
}

const listDatasets: Action<ListArgs> = async (args, context) => {
  const { client, alita } = await openSession(context);
  const range = { from: count(args.first, "first"), limit: count(args.limit, "limit") };
  const found = await list(client, range);
  const prices = await Promise.all(found.map(async (one) => (await market(client, one)).spotX128));
  const datasets = found.map((one, i) => Object.assign({ spotX128: prices[i] ?? 0n }, one));
  return {
    title: datasets.length === 1 ? "1 dataset" : `${datasets.length} datasets`,
    table: {
      head: ["number", "symbol", "name", "price", "token"],
      rows: datasets.map(({ index, symbol, name, spotX128, token }) => [
        index.toString(),
        symbol,
        name,
        price(spotX128, alita),
        token,
      ]),
    },
    data: { datasets },
  };
};

export default listDatasets;
