import { ZeroAddress } from "ethers";
import { Discontinuity } from "../state/Discontinuity.ts";
import { mustGet } from "../state/must.ts";
import { datasets } from "../tables/datasets.ts";
import { liquidityChanges } from "../tables/liquidityChanges.ts";
import { move } from "./balance.ts";
import { after, before } from "./pairEvents.ts";
import { type Context, type EventOf, placeOf } from "./Reducer.ts";
import { requireSync } from "./requireReserves.ts";

/** Books liquidity tokens. The locked minimum goes from nobody to nobody, and is part of the whole all the same. */
export async function transferLiquidity(event: EventOf<"Pair", "Transfer">, context: Context): Promise<void> {
  const { state, token } = context;
  const { from, to, value } = event.args;
  const dataset = await mustGet(state, datasets, [token]);
  await move(context, { asset: dataset.pair, from, to, value });
  const minted = from === ZeroAddress ? value : 0n;
  const burned = to === ZeroAddress && from !== ZeroAddress ? value : 0n;
  if (minted + burned > 0n) state.put(datasets, { ...dataset, liquidity: dataset.liquidity + minted - burned });
  if (minted > 0n && to !== ZeroAddress && !isDeposit(event, context)) {
    state.add(liquidityChanges, {
      ...placeOf(event, context),
      token,
      change: "fee",
      account: to,
      dataAmount: 0n,
      baseAmount: 0n,
      liquidity: value,
      transactionHash: event.transactionHash,
    });
  }
}

/** A deposit's liquidity is minted right before its Sync and Mint; whatever else is minted is the maker's fee. */
function isDeposit(event: EventOf<"Pair", "Transfer">, context: Context): boolean {
  const [first, second] = after(event, context);
  return first?.name === "Sync" && second?.name === "Mint";
}

/** Books a deposit or a withdrawal under whose liquidity it was. */
export async function changeLiquidity(event: EventOf<"Pair", "Mint" | "Burn">, context: Context): Promise<void> {
  const { state, token } = context;
  requireSync(event, context);
  const { dataFirst, pair } = await mustGet(state, datasets, [token]);
  const moved = before(event, context).find(({ name }) => name === "Transfer") as
    EventOf<"Pair", "Transfer"> | undefined;
  if (moved === undefined) throw new Discontinuity(`A pair's ${event.name} has no liquidity before it`);
  const { amount0, amount1 } = event.args;
  const [dataAmount, baseAmount] = dataFirst ? [amount0, amount1] : [amount1, amount0];
  // through Uniswap v2's low-level door the pair itself burns what it was sent
  const owner = moved.args.from === pair && "to" in event.args ? event.args.to : moved.args.from;
  state.add(liquidityChanges, {
    ...placeOf(event, context),
    token,
    change: event.name === "Mint" ? "add" : "remove",
    account: event.name === "Mint" ? moved.args.to : owner,
    dataAmount,
    baseAmount,
    liquidity: moved.args.value,
    transactionHash: event.transactionHash,
  });
}
