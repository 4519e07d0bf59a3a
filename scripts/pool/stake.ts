import { stake } from "#sdk/actions/pool/stake.ts";
import { amount } from "../input/amount.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface StakeArgs {
  readonly dataset: string;
  readonly amount: string;
}

const stakeReward: Action<StakeArgs> = async (args, context) => {
  const { client, dataset, pool, reward } = await openPool(context, args.dataset);
  const wei = amount(args.amount, "amount", reward);
  return send({
    intent: `stake ${units(wei, reward)} in ${dataset.symbol}`,
    act: () => stake(client, { pool, amount: wei }),
    tell: ({ staked }) => ({
      title: `Staked ${units(wei, reward)} in ${dataset.symbol}`,
      facts: [["stake now", units(staked, reward)]],
    }),
  });
};

export default stakeReward;
