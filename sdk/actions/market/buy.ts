import type { Datawell } from "../../chain/datawell.ts";
import type { Sent } from "../../chain/sent.ts";
import { type Traded, trade } from "./trade.ts";
import type { Quote, TradeOptions, TradeParams } from "./TradeParams.ts";

/**
 * Buys Data Token with ALITA in one transaction: exactly `amountIn` in, or exactly `amountOut` out (token wei).
 * @param quote from `quoteBuy`: its bounds hold, whatever the price does meanwhile
 * @throws DatawellError InsufficientOutput, ExcessiveInput, Expired, ERC20InsufficientBalance, PairIsEmpty
 */
export const buy = (
  client: Datawell,
  params: TradeParams & TradeOptions & { readonly quote?: Quote },
): Promise<Sent<Traded>> => trade(client, true, params);
