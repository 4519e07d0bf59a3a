import type { Datawell } from "../../chain/datawell.ts";
import { DatawellError } from "../../errors/DatawellError.ts";
import { addSlippage } from "../../math/addSlippage.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { lessSlippage } from "../../math/lessSlippage.ts";
import { amountInUp } from "../../math/pair/amountInUp.ts";
import { amountOutDown } from "../../math/pair/amountOutDown.ts";
import { priceImpactDown } from "../../math/pair/priceImpactDown.ts";
import { reservesOf } from "./reservesOf.ts";
import type { Quote, TradeParams } from "./TradeParams.ts";

/**
 * Quotes a trade in a dataset's pair, in either direction.
 * @throws DatawellError PairIsEmpty, InsufficientLiquidity, ZeroAmount
 */
export async function quoteTrade(client: Datawell, isBuy: boolean, params: TradeParams): Promise<Quote> {
  const { dataset, slippageBps = DEFAULT_SLIPPAGE } = params;
  const { data, base } = await reservesOf(client, dataset);
  if (data === 0n) throw new DatawellError("PairIsEmpty", { pair: dataset.pair });
  const [reserveIn, reserveOut] = isBuy ? [base, data] : [data, base];
  const { amountIn, amountOut } = amountsOf(params, reserveIn, reserveOut);
  const [tokenIn, tokenOut] = isBuy ? [client.alita.address, dataset.token] : [dataset.token, client.alita.address];
  return {
    tokenIn,
    tokenOut,
    amountIn,
    amountOut,
    maxIn: params.amountIn === undefined ? addSlippage(amountIn, slippageBps) : amountIn,
    minOut: params.amountOut === undefined ? lessSlippage(amountOut, slippageBps) : amountOut,
    fee: (amountIn * 3n) / 1_000n,
    priceImpactBps: priceImpactDown(amountIn, amountOut, [{ reserveIn, reserveOut }]),
  };
}

function amountsOf(params: TradeParams, reserveIn: bigint, reserveOut: bigint) {
  const { amountIn, amountOut } = params;
  if (amountOut !== undefined && amountOut >= reserveOut) {
    throw new DatawellError("InsufficientLiquidity", { have: reserveOut, need: amountOut });
  }
  const amounts =
    amountOut === undefined
      ? { amountIn, amountOut: amountOutDown(amountIn, reserveIn, reserveOut) }
      : { amountIn: amountInUp(amountOut, reserveIn, reserveOut), amountOut };
  if (amounts.amountIn === 0n || amounts.amountOut === 0n) throw new DatawellError("ZeroAmount");
  return amounts;
}
