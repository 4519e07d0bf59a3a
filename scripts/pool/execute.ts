import { execute } from "#sdk/actions/pool/execute.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";
import { changeOf } from "./proposals.ts";

interface ExecuteArgs {
  readonly dataset: string;
  readonly proposal: string;
}

const executeChange: Action<ExecuteArgs> = async (args, context) => {
  const { client, pool } = await openPool(context, args.dataset);
  const proposal = await changeOf(client, { pool, id: args.proposal });
  return send({
    intent: `carry out proposal ${args.proposal}`,
    quote: proposal,
    act: () => execute(client, { pool, proposal }),
    tell: ({ from }) => ({
      title: `Carried out proposal ${args.proposal}`,
      facts: [["in force from", formatTime(from)]],
    }),
  });
};

export default executeChange;
