import { add } from "#sdk/actions/market/add.ts";
import { quoteAdd } from "#sdk/actions/market/quoteAdd.ts";
import { amount } from "../input/amount.ts";
import { percent } from "../input/percent.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { liquidityMoney } from "./liquidityMoney.ts";

interface AddArgs {
  readonly dataset: string;
  readonly data: string;
  readonly base: string;
  readonly slippage: string;
}

const addLiquidity: Action<AddArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client, alita } = session;
  const dataset = await datasetOf(session, args.dataset);
  const data = amount(args.data, "data", dataset.money);
  const base = amount(args.base, "base", alita);
  const params = { dataset, data, base, slippageBps: percent(args.slippage, "slippage") };
  const quote = await quoteAdd(client, params);
  const both = (side: { readonly data: bigint; readonly base: bigint }) =>
    `${units(side.data, dataset.money)} and ${units(side.base, alita)}`;
  return send({
    intent: `add ${both(quote)}`,
    facts: [["receive", units(quote.liquidity, liquidityMoney(dataset))]],
    quote,
    act: () => add(client, { dataset, data: quote.data, base: quote.base, quote }), // permits for what is taken
    tell: (added) => ({
      title: `Added ${both(added)}`,
      facts: [["received", units(added.liquidity, liquidityMoney(dataset))]],
    }),
  });
};

export default addLiquidity;
