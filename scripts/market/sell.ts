import type { Action } from "../tasks/Command.ts";
import { exchange, type ExchangeArgs } from "./exchange.ts";

const sell: Action<ExchangeArgs> = (args, context) => exchange("sell", args, context);

export default sell;
