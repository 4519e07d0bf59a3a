import { quoteRemove } from "#sdk/actions/market/quoteRemove.ts";
import { remove } from "#sdk/actions/market/remove.ts";
import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { amount } from "../input/amount.ts";
import { percent } from "../input/percent.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { liquidityMoney } from "./liquidityMoney.ts";

interface RemoveArgs {
  readonly dataset: string;
  readonly liquidity: string;
  readonly slippage: string;
}

const removeLiquidity: Action<RemoveArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client, alita, user } = session;
  const dataset = await datasetOf(session, args.dataset);
  const money = liquidityMoney(dataset);
  const liquidity =
    args.liquidity === "all"
      ? await read(client, tokenAt(dataset.pair), "balanceOf", [user])
      : amount(args.liquidity, "liquidity", money);
  const params = { dataset, liquidity, slippageBps: percent(args.slippage, "slippage") };
  const quote = await quoteRemove(client, params);
  const both = (side: { readonly data: bigint; readonly base: bigint }) =>
    `${units(side.data, dataset.money)} and ${units(side.base, alita)}`;
  return send({
    intent: `remove ${units(liquidity, money)} for ${both(quote)}`,
    quote,
    act: () => remove(client, { ...params, quote }),
    tell: (removed) => ({ title: `Removed ${both(removed)}` }),
  });
};

export default removeLiquidity;
