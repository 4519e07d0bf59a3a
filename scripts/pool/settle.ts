import { settleReallocation } from "#sdk/actions/pool/settleReallocation.ts";
import { unsettled } from "#sdk/actions/pool/unsettled.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import { badInput } from "../input/badInput.ts";
import { bytes32 } from "../input/bytes32.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool, type PoolSession } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface SettleArgs {
  readonly dataset: string;
  readonly contribution: string;
}

const settleShare: Action<SettleArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const { client, pool, reward } = session;
  const contentTag = bytes32(args.contribution, "contribution");
  await requireShare(session, contentTag);
  return send({
    intent: `settle what was spread to ${contentTag}`,
    act: () => settleReallocation(client, { pool, contentTag }),
    tell: ({ credited, returned }) => ({
      title: `Settled what was spread to ${contentTag}`,
      facts: [
        ["credited", units(credited, reward)],
        ["above the cap, free again", units(returned, reward)],
      ],
    }),
  });
};

async function requireShare({ client, pool }: PoolSession, contentTag: string): Promise<void> {
  const made = await readEvents(client, { at: poolAt(pool), event: "Contribute", indexed: [contentTag] });
  if (made.length === 0) throw badInput(`The pool knows no contribution ${contentTag}`, "See `pool show`");
  const waiting = await unsettled(client, { pool });
  if (!waiting.some((one) => one.contentTag === contentTag)) {
    throw badInput(`Nothing is left to settle of ${contentTag}`, "Wait until the maker spreads more");
  }
}

export default settleShare;
