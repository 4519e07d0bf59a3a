import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { addSlippage } from "../../math/addSlippage.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { lessSlippage } from "../../math/lessSlippage.ts";
import type { Exact, TradeLimits } from "./TradeParams.ts";

/** One Data Token for another, through ALITA. */
export type ExchangeParams = { readonly tokenIn: string; readonly tokenOut: string } & Exact & TradeLimits;

export interface ExchangeQuote {
  readonly path: readonly string[];
  readonly amountIn: bigint; // token wei
  readonly amountOut: bigint; // token wei
  readonly maxIn: bigint;
  readonly minOut: bigint;
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
  const [amountIn = 0n, , amountOut = 0n] = amounts;
  return {
    path,
    amountIn,
    amountOut,
    maxIn: params.amountIn === undefined ? addSlippage(amountIn, slippageBps) : amountIn,
    minOut: params.amountOut === undefined ? lessSlippage(amountOut, slippageBps) : amountOut,
  };
}
