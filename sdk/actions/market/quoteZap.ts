import type { Datawell } from "../../chain/datawell.ts";
import { DatawellError } from "../../errors/DatawellError.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { lessSlippage } from "../../math/lessSlippage.ts";
import { min } from "../../math/min.ts";
import { amountOutDown } from "../../math/pair/amountOutDown.ts";
import { liquidityDown } from "../../math/pair/liquidityDown.ts";
import { makerFeeDown } from "../../math/pair/makerFeeDown.ts";
import { priceImpactDown } from "../../math/pair/priceImpactDown.ts";
import { quoteUp } from "../../math/pair/quoteUp.ts";
import { zapSwapDown } from "../../math/pair/zapSwapDown.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { feeBasis } from "./feeBasis.ts";

export interface ZapParams {
  readonly dataset: Pick<Dataset, "pair" | "token">;
  readonly payIn: "data" | "base"; // which token the user brings
  readonly amountIn: bigint; // token wei, the most that is taken
  readonly slippageBps?: bigint; // by default 50n
}

export interface ZapQuote {
  readonly swapped: bigint; // token wei of the input that are sold first
  readonly bought: bigint; // token wei of the other token
  readonly minOut: bigint; // of these, at least
  readonly priceImpactBps: bigint; // how much worse than the spot price these are, the fee left out
  readonly liquidity: bigint;
  readonly minLiquidity: bigint;
}

/**
 * What `zap` would do now.
 * @throws DatawellError PairIsEmpty, ZeroAmount
 */
export async function quoteZap(
  client: Datawell,
  { dataset, payIn, amountIn, slippageBps = DEFAULT_SLIPPAGE }: ZapParams,
): Promise<ZapQuote> {
  const { data, base, supply, kLast, share } = await feeBasis(client, dataset);
  if (data === 0n) throw new DatawellError("PairIsEmpty", { pair: dataset.pair });
  const [reserveIn, reserveOut] = payIn === "data" ? [data, base] : [base, data];
  const swapped = zapSwapDown(amountIn, reserveIn);
  const bought = amountOutDown(swapped, reserveIn, reserveOut);
  if (bought === 0n) throw new DatawellError("ZeroAmount");
  const after = { in: reserveIn + swapped, out: reserveOut - bought };
  const matching = min(quoteUp(bought, after.out, after.in), amountIn - swapped);
  const whole = supply + makerFeeDown(supply, { k: after.in * after.out, kLast, share });
  const liquidity = liquidityDown(matching, bought, { data: after.in, base: after.out, supply: whole });
  return {
    swapped,
    bought,
    minOut: lessSlippage(bought, slippageBps),
    priceImpactBps: priceImpactDown(swapped, bought, [{ reserveIn, reserveOut }]),
    liquidity,
    minLiquidity: lessSlippage(liquidity, slippageBps),
  };
}
