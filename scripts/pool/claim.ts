import { claim } from "#sdk/actions/pool/claim.ts";
import { claimable } from "#sdk/actions/pool/claimable.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import { bytes32 } from "../input/bytes32.ts";
import { list } from "../input/list.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool, type PoolSession } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface ClaimArgs {
  readonly dataset: string;
  readonly contributions: string | undefined;
  readonly stake: string;
}

const claimRewards: Action<ClaimArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const { client, pool, reward } = session;
  const toStake = amount(args.stake, "stake", reward);
  const given = args.contributions;
  const contentTags =
    given === undefined ? await readyOf(session) : list(given).map((tag) => bytes32(tag, "contributions"));
  return send({
    intent: `take the rewards of ${contentTags.length} contributions`,
    quote: { contentTags, toStake },
    act: () => claim(client, { pool, contentTags, toStake }),
    tell: ({ paid, staked }) => ({
      title: `Took ${units(paid, reward)}${staked > 0n ? ` and staked ${units(staked, reward)}` : ""}`,
    }),
  });
};

/** All of the user's contributions whose reward can be taken now. */
async function readyOf({ client, pool, user }: PoolSession): Promise<readonly string[]> {
  const open = await claimable(client, { pool, provider: user });
  const ready = open.filter((one) => one.ready);
  if (ready.length > 0) return ready.map(({ contentTag }) => contentTag);
  const [next] = open.map(({ claimableAt }) => claimableAt).toSorted((a, b) => (a < b ? -1 : 1));
  throw badInput(
    `${user} has no reward to take now`,
    next === undefined ? "Contribute first" : `The next one can be taken from ${formatTime(next)}`,
  );
}

export default claimRewards;
