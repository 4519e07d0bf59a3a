import { exchange } from "#sdk/actions/market/exchange.ts";
import { quoteExchange } from "#sdk/actions/market/quoteExchange.ts";
import { badInput } from "../input/badInput.ts";
import { percent } from "../input/percent.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { exactOf } from "./exactOf.ts";
import type { TradeArgs } from "./trade.ts";

interface ExchangeArgs extends TradeArgs {
  readonly into: string;
}

const exchangeTokens: Action<ExchangeArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client } = session;
  const [given, wanted] = await Promise.all([datasetOf(session, args.dataset), datasetOf(session, args.into)]);
  if (given.token === wanted.token) {
    throw badInput("--dataset and --into name the same dataset", "Name the one whose token you want with --into");
  }
  const exact = exactOf(args, given.money, wanted.money);
  const tokens = { tokenIn: given.token, tokenOut: wanted.token };
  const params = { ...tokens, ...exact, slippageBps: percent(args.slippage, "slippage") };
  const quote = await quoteExchange(client, params);
  const describe = (paid: bigint, received: bigint) =>
    `${units(paid, given.money)} for ${units(received, wanted.money)}`;
  return send({
    intent: `exchange ${describe(quote.amountIn, quote.amountOut)}`,
    facts: [
      params.amountIn === undefined
        ? ["at most", units(quote.maxIn, given.money)]
        : ["at least", units(quote.minOut, wanted.money)],
    ],
    quote,
    act: () => exchange(client, { ...params, quote }),
    tell: ({ amountIn, amountOut }) => ({ title: `Exchanged ${describe(amountIn, amountOut)}` }),
  });
};

export default exchangeTokens;
