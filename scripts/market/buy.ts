import type { Action } from "../tasks/Command.ts";
import { exchange, type ExchangeArgs } from "./exchange.ts";

const buy: Action<ExchangeArgs> = (args, context) => exchange("buy", args, context);

export default buy;
