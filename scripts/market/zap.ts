import { quoteZap } from "#sdk/actions/market/quoteZap.ts";
import { zap } from "#sdk/actions/market/zap.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { amount } from "../input/amount.ts";
import { oneOf } from "../input/oneOf.ts";
import { percent } from "../input/percent.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { liquidityMoney } from "./liquidityMoney.ts";

interface ZapArgs {
  readonly dataset: string;
  readonly amount: string;
  readonly pay: string;
  readonly slippage: string;
}

const zapIn: Action<ZapArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client, alita } = session;
  const dataset = await datasetOf(session, args.dataset);
  const payIn = oneOf(args.pay, "pay", ["base", "data"]);
  const [money, other] = payIn === "base" ? [alita, dataset.money] : [dataset.money, alita];
  const amountIn = amount(args.amount, "amount", money);
  const params = { dataset, payIn, amountIn, slippageBps: percent(args.slippage, "slippage") };
  const quote = await quoteZap(client, params);
  const received = (liquidity: bigint) => units(liquidity, liquidityMoney(dataset));
  return send({
    intent: `turn ${units(amountIn, money)} into ${received(quote.liquidity)}`,
    facts: [
      ["swap first", `${units(quote.swapped, money)} for ${units(quote.bought, other)}`],
      ["price impact", formatBps(quote.priceImpactBps)],
      ["at least", received(quote.minLiquidity)],
    ],
    quote,
    act: () => zap(client, { ...params, quote }),
    tell: ({ liquidity }) => ({ title: `Turned ${units(amountIn, money)} into ${received(liquidity)}` }),
  });
};

export default zapIn;
