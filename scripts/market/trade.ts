import { buy } from "#sdk/actions/market/buy.ts";
import { quoteBuy } from "#sdk/actions/market/quoteBuy.ts";
import { quoteSell } from "#sdk/actions/market/quoteSell.ts";
import { sell } from "#sdk/actions/market/sell.ts";
import { percent } from "../input/percent.ts";
import type { Outcome } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Context } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { exactOf, type Sides } from "./exactOf.ts";
import { quoteFacts } from "./quoteFacts.ts";

export interface TradeArgs extends Sides {
  readonly dataset: string;
  readonly slippage: string;
}

const DIRECTIONS = {
  buy: { quoteOf: quoteBuy, act: buy, past: "Bought" },
  sell: { quoteOf: quoteSell, act: sell, past: "Sold" },
} as const;

/** Buys or sells Data Token within the bounds of a quote taken now. */
export async function trade(direction: "buy" | "sell", args: TradeArgs, context: Context): Promise<Outcome> {
  const session = await openSession(context);
  const { client, alita } = session;
  const dataset = await datasetOf(session, args.dataset);
  const [tokenIn, tokenOut] = direction === "buy" ? [alita, dataset.money] : [dataset.money, alita];
  const { quoteOf, act, past } = DIRECTIONS[direction];
  const params = { dataset, ...exactOf(args, tokenIn, tokenOut), slippageBps: percent(args.slippage, "slippage") };
  const quote = await quoteOf(client, params);
  const describe = (paid: bigint, received: bigint) =>
    direction === "buy"
      ? `${units(received, tokenOut)} for ${units(paid, tokenIn)}`
      : `${units(paid, tokenIn)} for ${units(received, tokenOut)}`;
  return send({
    intent: `${direction} ${describe(quote.amountIn, quote.amountOut)}`,
    facts: quoteFacts(quote, tokenIn, tokenOut),
    quote,
    act: () => act(client, { ...params, quote }),
    tell: ({ amountIn, amountOut }) => ({ title: `${past} ${describe(amountIn, amountOut)}` }),
  });
}
