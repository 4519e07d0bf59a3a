import { quoteTrade } from "#sdk/actions/market/quoteTrade.ts";
import type { Exact, Quote } from "#sdk/actions/market/TradeParams.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { reader } from "../../chain/site.ts";
import type { Live } from "../../chain/useLive.ts";
import { useFairQuote } from "./useFairQuote.ts";

export interface QuoteParams {
  readonly dataset: Pick<Dataset, "pair" | "token">;
  readonly isBuy: boolean;
  readonly exact: Exact | undefined; // undefined: nothing was typed yet
}

/** What a trade would do now, asked anew with every block. */
export function useQuote({ dataset, isBuy, exact }: QuoteParams): Live<Quote> {
  const key = exact && `quote ${dataset.pair} ${isBuy} ${exact.amountIn ?? ""}>${exact.amountOut ?? ""}`;
  return useFairQuote(key, (slippageBps) => quoteTrade(reader(), isBuy, { dataset, ...(exact as Exact), slippageBps }));
}
