import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { addSlippage } from "../../math/addSlippage.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { lessSlippage } from "../../math/lessSlippage.ts";
import { type Hop, priceImpactDown } from "../../math/pair/priceImpactDown.ts";
import { find } from "../dataset/find.ts";
import { reservesOf } from "./reservesOf.ts";
import type { Exact, TradeLimits } from "./TradeParams.ts";

/** One Data Token for another, through ALITA. */
export type ExchangeParams = { readonly tokenIn: string; readonly tokenOut: string } & Exact & TradeLimits;

export interface ExchangeQuote {
  readonly path: readonly string[];
  readonly amountIn: bigint; // token wei
  readonly amountBase: bigint; // ALITA wei on the way
  readonly amountOut: bigint; // token wei
  readonly maxIn: bigint;
  readonly minOut: bigint;
  readonly priceImpactBps: bigint; // how much worse than both spot prices, the fees left out
}

/**
 * What `exchange` would do now.
 * @throws DatawellError UnknownPair, InsufficientReserve, ZeroAmount
 */
export async function quoteExchange(client: Datawell, params: ExchangeParams): Promise<ExchangeQuote> {
  const { router, alita } = client;
  const { tokenIn, tokenOut, slippageBps = DEFAULT_SLIPPAGE } = params;
  const path = [tokenIn, alita.address, tokenOut];
  const amounts =
    params.amountOut === undefined
      ? await read(client, router, "getAmountsOut", [params.amountIn, path])
      : await read(client, router, "getAmountsIn", [params.amountOut, path]);
  const [amountIn = 0n, amountBase = 0n, amountOut = 0n] = amounts;
  const hops = await hopsOf(client, params);
  return {
    path,
    amountIn,
    amountBase,
    amountOut,
    maxIn: params.amountIn === undefined ? addSlippage(amountIn, slippageBps) : amountIn,
    minOut: params.amountOut === undefined ? lessSlippage(amountOut, slippageBps) : amountOut,
    priceImpactBps: priceImpactDown(amountIn, amountOut, hops),
  };
}

/** Both pairs on the way. */
async function hopsOf(client: Datawell, { tokenIn, tokenOut }: ExchangeParams): Promise<readonly Hop[]> {
  const reservesFor = async (token: string) => reservesOf(client, await find(client, { token }));
  const [sold, bought] = await Promise.all([reservesFor(tokenIn), reservesFor(tokenOut)]);
  return [
    { reserveIn: sold.data, reserveOut: sold.base },
    { reserveIn: bought.base, reserveOut: bought.data },
  ];
}
