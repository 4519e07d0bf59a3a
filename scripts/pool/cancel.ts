import { cancel } from "#sdk/actions/pool/cancel.ts";
import { bytes32 } from "../input/bytes32.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface CancelArgs {
  readonly dataset: string;
  readonly proposal: string;
}

const cancelProposal: Action<CancelArgs> = async (args, context) => {
  const { client, pool } = await openPool(context, args.dataset);
  const id = bytes32(args.proposal, "proposal");
  return send({
    intent: `cancel proposal ${id}`,
    act: () => cancel(client, { pool, id }),
    tell: () => ({ title: `Cancelled proposal ${id}` }),
  });
};

export default cancelProposal;
