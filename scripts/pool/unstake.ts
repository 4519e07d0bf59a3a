import { unstake } from "#sdk/actions/pool/unstake.ts";
import { amount } from "../input/amount.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface UnstakeArgs {
  readonly dataset: string;
  readonly amount: string;
}

const unstakeReward: Action<UnstakeArgs> = async (args, context) => {
  const { client, dataset, pool, reward } = await openPool(context, args.dataset);
  const wei = amount(args.amount, "amount", reward);
  return send({
    intent: `unstake ${units(wei, reward)} of ${dataset.symbol}`,
    act: () => unstake(client, { pool, amount: wei }),
    tell: ({ staked, unbondedAt }) => ({
      title: `Unstaked ${units(wei, reward)} of ${dataset.symbol}`,
      facts: [
        ["stake now", units(staked, reward)],
        ["can be withdrawn", `after ${formatTime(unbondedAt)}`],
      ],
    }),
  });
};

export default unstakeReward;
