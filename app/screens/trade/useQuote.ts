import { quoteTrade } from "#sdk/actions/market/quoteTrade.ts";
import type { Exact, Quote } from "#sdk/actions/market/TradeParams.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { reader } from "../../chain/site.ts";
import { type Live, useLive } from "../../chain/useLive.ts";
import { slippageFor } from "../../settings.ts";

export interface QuoteParams {
  readonly dataset: Pick<Dataset, "pair" | "token">;
  readonly isBuy: boolean;
  readonly exact: Exact | undefined; // undefined: nothing was typed yet
}

/** What a trade would do now, asked anew with every block. */
export function useQuote({ dataset, isBuy, exact }: QuoteParams): Live<Quote> {
  const key = exact && `quote ${dataset.pair} ${isBuy} ${exact.amountIn ?? ""}>${exact.amountOut ?? ""}`;
  return useLive(key, async () => {
    const params = { dataset, ...(exact as Exact) };
    const rough = await quoteTrade(reader(), isBuy, params);
    const slippageBps = slippageFor(rough.priceImpactBps);
    return slippageBps === 50n ? rough : quoteTrade(reader(), isBuy, { ...params, slippageBps });
  });
}
