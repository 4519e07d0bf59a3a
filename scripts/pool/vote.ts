import { vote } from "#sdk/actions/pool/vote.ts";
import { bytes32 } from "../input/bytes32.ts";
import { oneOf } from "../input/oneOf.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface VoteArgs {
  readonly dataset: string;
  readonly proposal: string;
  readonly support: string;
}

const castVote: Action<VoteArgs> = async (args, context) => {
  const { client, pool, reward } = await openPool(context, args.dataset);
  const id = bytes32(args.proposal, "proposal");
  const said = oneOf(args.support, "support", ["yes", "no"]);
  return send({
    intent: `vote ${said} on ${id}`,
    act: () => vote(client, { pool, id, support: said === "yes" }),
    tell: ({ weight, needed }) => ({
      title: `Voted ${said} with ${units(weight, reward)}`,
      facts: [["passed", needed === 0n ? "yes" : `no, ${units(needed, reward)} of yes votes are missing`]],
    }),
  });
};

export default castVote;
