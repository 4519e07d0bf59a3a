import { revoke } from "#sdk/actions/pool/revoke.ts";
import { bytes32 } from "../input/bytes32.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface RevokeArgs {
  readonly dataset: string;
  readonly contribution: string;
}

const revokeConsent: Action<RevokeArgs> = async (args, context) => {
  const { client, pool, reward } = await openPool(context, args.dataset);
  const contentTag = bytes32(args.contribution, "contribution");
  return send({
    intent: `withdraw consent to ${contentTag}`,
    act: () => revoke(client, { pool, contentTag }),
    tell: ({ forfeited }) => ({
      title: `Withdrew consent to ${contentTag}`,
      facts: [["reward given up", units(forfeited, reward)]],
    }),
  });
};

export default revokeConsent;
