import { withdraw } from "#sdk/actions/pool/withdraw.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface WithdrawArgs {
  readonly dataset: string;
}

const withdrawStake: Action<WithdrawArgs> = async (args, context) => {
  const { client, pool, reward } = await openPool(context, args.dataset);
  return send({
    intent: "take the stake that has unbonded",
    act: () => withdraw(client, { pool }),
    tell: ({ amount }) => ({ title: `Took ${units(amount, reward)} out of stake` }),
  });
};

export default withdrawStake;
