import { reject } from "#sdk/actions/pool/reject.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";
import { offerOf } from "./proposals.ts";

interface RejectArgs {
  readonly dataset: string;
  readonly proposal: string;
}

const rejectOffer: Action<RejectArgs> = async (args, context) => {
  const { client, pool } = await openPool(context, args.dataset);
  const proposal = await offerOf(client, { pool, id: args.proposal });
  return send({
    intent: `reject offer ${args.proposal}`,
    quote: proposal,
    act: () => reject(client, { pool, proposal }),
    tell: () => ({ title: `Rejected offer ${args.proposal}` }),
  });
};

export default rejectOffer;
