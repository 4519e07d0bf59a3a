import { mustGet } from "../state/must.ts";
import { datasets } from "../tables/datasets.ts";
import { prices } from "../tables/prices.ts";
import { changeLiquidity, transferLiquidity } from "./liquidity.ts";
import { after } from "./pairEvents.ts";
import { priceOf } from "./priceOf.ts";
import { type Context, type EventOf, placeOf, type Reducer } from "./Reducer.ts";
import { requireReserves } from "./requireReserves.ts";
import { swap } from "./trade.ts";

export const reducePair: Reducer<"Pair"> = {
  Transfer: transferLiquidity,
  Sync: sync,
  Swap: swap,
  Mint: changeLiquidity,
  Burn: changeLiquidity,
};

async function sync(event: EventOf<"Pair", "Sync">, context: Context): Promise<void> {
  const { state, token } = context;
  const dataset = await mustGet(state, datasets, [token]);
  const { reserve0, reserve1 } = event.args;
  const [reserveData, reserveBase] = dataset.dataFirst ? [reserve0, reserve1] : [reserve1, reserve0];
  requireReserves(dataset, event, after(event, context)[0]);
  const price = priceOf(reserveBase, reserveData);
  state.put(datasets, {
    ...dataset,
    reserveData,
    reserveBase,
    price,
    priceRank: Number(price),
    liquidityRank: Number(reserveBase),
  });
  state.add(prices, { ...placeOf(event, context), token, price, reserveData, reserveBase });
}
