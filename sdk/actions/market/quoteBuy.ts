import type { Datawell } from "../../chain/datawell.ts";
import { quoteTrade } from "./quoteTrade.ts";
import type { Quote, TradeParams } from "./TradeParams.ts";

/**
 * What `buy` would do now, with the bounds it would carry.
 * @throws DatawellError PairIsEmpty, InsufficientLiquidity, ZeroAmount
 */
export const quoteBuy = (client: Datawell, params: TradeParams): Promise<Quote> => quoteTrade(client, true, params);
