import type { Quote } from "#sdk/actions/market/TradeParams.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import type { Money } from "../output/Money.ts";
import type { Fact } from "../output/Outcome.ts";
import { units } from "../output/units.ts";

/** What a quote says, for people. */
export const quoteFacts = (quote: Quote, tokenIn: Money, tokenOut: Money): readonly Fact[] => [
  ["pay", units(quote.amountIn, tokenIn)],
  ["receive", units(quote.amountOut, tokenOut)],
  ["fee", `${units(quote.fee, tokenIn)} (in the price)`],
  ["price impact", formatBps(quote.priceImpactBps)],
  quote.minOut === quote.amountOut
    ? ["at most", units(quote.maxIn, tokenIn)]
    : ["at least", units(quote.minOut, tokenOut)],
];
