import { exchange } from "#sdk/actions/market/exchange.ts";
import { quoteExchange } from "#sdk/actions/market/quoteExchange.ts";
import { quoteTrade } from "#sdk/actions/market/quoteTrade.ts";
import { type Traded, trade } from "#sdk/actions/market/trade.ts";
import type { Exact, TradeLimits } from "#sdk/actions/market/TradeParams.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Sent } from "#sdk/chain/sent.ts";
import type { Offer } from "../trade/Offer.ts";
import type { Side } from "./Side.ts";

/** Which token for which. */
export interface Way {
  readonly from: Side;
  readonly to: Side;
}

/** What a swap would do now, and how it is done within the bounds shown. */
export interface SwapOffer extends Offer {
  readonly amountBase?: bigint; // ALITA wei on the way, where there are two pairs
  readonly swap: (client: Datawell, deadline: bigint) => Promise<Sent<Traded>>;
}

/**
 * Quotes a swap: through one pair where ALITA is one of both tokens, else through two. One transaction either way.
 * @throws DatawellError PairIsEmpty, InsufficientLiquidity, InsufficientReserve, ZeroAmount
 */
export async function quoteSwap(client: Datawell, { from, to }: Way, order: Exact & TradeLimits): Promise<SwapOffer> {
  const dataset = from.dataset === undefined ? to.dataset : to.dataset === undefined ? from.dataset : undefined;
  if (dataset !== undefined) {
    const isBuy = from.dataset === undefined;
    const quote = await quoteTrade(client, isBuy, { dataset, ...order });
    return { ...quote, swap: (who, deadline) => trade(who, isBuy, { dataset, ...order, quote, deadline }) };
  }
  const params = { tokenIn: from.token, tokenOut: to.token, ...order };
  const quote = await quoteExchange(client, params);
  return { ...quote, swap: (who, deadline) => exchange(who, { ...params, quote, deadline }) };
}
