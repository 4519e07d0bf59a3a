import type { Dataset } from "../../types/Dataset.ts";

/** How far the price may move until the trade is refused. */
export interface TradeLimits {
  readonly slippageBps?: bigint; // by default 50n, 0.5 %
}

/** A trade with one side fixed: what goes in, or what comes out. Token wei. */
export type Exact =
  { readonly amountIn: bigint; readonly amountOut?: never } | { readonly amountOut: bigint; readonly amountIn?: never };

/** A trade in one dataset's pair. */
export type TradeParams = { readonly dataset: Pick<Dataset, "pair" | "token"> } & Exact & TradeLimits;

/** Who receives, and until when the trade is good. */
export interface TradeOptions {
  readonly to?: string; // by default the user
  readonly deadline?: bigint; // unix seconds, by default 20 minutes from now
}

/** What a trade would do now. Token wei. */
export interface Quote {
  readonly tokenIn: string;
  readonly tokenOut: string;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly maxIn: bigint; // the trade is refused above it; equal to amountIn if that is fixed
  readonly minOut: bigint; // the trade is refused below it; equal to amountOut if that is fixed
  readonly fee: bigint; // of the input, to liquidity providers and the maker
  readonly priceImpactBps: bigint; // how much worse than the spot price, the fee left out
}
