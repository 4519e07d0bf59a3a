import { topUp } from "#sdk/actions/pool/topUp.ts";
import { amount } from "../input/amount.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface TopUpArgs {
  readonly dataset: string;
  readonly amount: string;
}

const addAllocation: Action<TopUpArgs> = async (args, context) => {
  const { client, dataset, pool, reward } = await openPool(context, args.dataset);
  const wei = amount(args.amount, "amount", reward);
  return send({
    intent: `add ${units(wei, reward)} to the allocation of ${dataset.symbol}`,
    act: () => topUp(client, { pool, amount: wei }),
    tell: () => ({ title: `Added ${units(wei, reward)} to the allocation of ${dataset.symbol}` }),
  });
};

export default addAllocation;
