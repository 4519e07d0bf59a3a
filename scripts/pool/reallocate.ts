import { reallocate } from "#sdk/actions/pool/reallocate.ts";
import { amount } from "../input/amount.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface ReallocateArgs {
  readonly dataset: string;
  readonly amount: string;
}

const spread: Action<ReallocateArgs> = async (args, context) => {
  const { client, dataset, pool, reward } = await openPool(context, args.dataset);
  const wei = amount(args.amount, "amount", reward);
  return send({
    intent: `spread ${units(wei, reward)} over the contributions to ${dataset.symbol}`,
    act: () => reallocate(client, { pool, amount: wei }),
    tell: ({ totalUnits }) => ({
      title: `Spread ${units(wei, reward)} over ${totalUnits} data units of ${dataset.symbol}`,
    }),
  });
};

export default spread;
