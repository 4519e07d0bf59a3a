import type { Action } from "../tasks/Command.ts";
import { trade, type TradeArgs } from "./trade.ts";

const sell: Action<TradeArgs> = (args, context) => trade("sell", args, context);

export default sell;
