import { reclaimVoteBudget } from "#sdk/actions/pool/reclaimVoteBudget.ts";
import { bytes32 } from "../input/bytes32.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface ReclaimArgs {
  readonly dataset: string;
  readonly proposal: string;
}

const reclaimBudget: Action<ReclaimArgs> = async (args, context) => {
  const { client, pool, alita } = await openPool(context, args.dataset);
  const id = bytes32(args.proposal, "proposal");
  return send({
    intent: `return the vote budget of ${id} to the maker`,
    act: () => reclaimVoteBudget(client, { pool, id }),
    tell: ({ maker, amount }) => ({ title: `Returned ${units(amount, alita)} to ${maker}` }),
  });
};

export default reclaimBudget;
