import type { Datawell } from "../../chain/datawell.ts";
import type { Sent } from "../../chain/sent.ts";
import { type Traded, trade } from "./trade.ts";
import type { Quote, TradeOptions, TradeParams } from "./TradeParams.ts";

/**
 * Sells Data Token for ALITA in one transaction: exactly `amountIn` in, or exactly `amountOut` out (token wei).
 * @param quote from `quoteSell`: its bounds hold, whatever the price does meanwhile
 * @throws DatawellError InsufficientOutput, ExcessiveInput, Expired, ERC20InsufficientBalance, PairIsEmpty
 */
export const sell = (
  client: Datawell,
  params: TradeParams & TradeOptions & { readonly quote?: Quote },
): Promise<Sent<Traded>> => trade(client, false, params);
