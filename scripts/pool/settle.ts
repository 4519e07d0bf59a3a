import { settleReallocation } from "#sdk/actions/pool/settleReallocation.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { type Place, readEvents } from "#sdk/events/readEvents.ts";
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

/** There is something to settle if the pool spread anything since the contribution was made or last settled. */
async function requireShare({ client, pool }: PoolSession, contentTag: string): Promise<void> {
  const at = poolAt(pool);
  const indexed = [contentTag];
  const [made, settled, revoked, spread] = await Promise.all([
    readEvents(client, { at, event: "Contribute", indexed }),
    readEvents(client, { at, event: "SettleReallocation", indexed }),
    readEvents(client, { at, event: "Revoke", indexed }),
    readEvents(client, { at, event: "Reallocate" }),
  ]);
  const [first] = made;
  if (first === undefined) throw badInput(`The pool knows no contribution ${contentTag}`, "See `pool show`");
  const [from, last] = [settled.at(-1) ?? first, spread.at(-1)];
  if (revoked.length > 0 || last === undefined || isBefore(last, from)) {
    throw badInput(`Nothing is left to settle of ${contentTag}`, "Wait until the maker spreads more");
  }
}

const isBefore = (one: Place, other: Place): boolean =>
  one.block < other.block || (one.block === other.block && one.logIndex < other.logIndex);

export default settleShare;
