import type { Action } from "../tasks/Command.ts";
import { trade, type TradeArgs } from "./trade.ts";

const buy: Action<TradeArgs> = (args, context) => trade("buy", args, context);

export default buy;
