import { account } from "#sdk/actions/pool/account.ts";
import type { Coming } from "#sdk/actions/pool/coming.ts";
import { contributions } from "#sdk/actions/pool/contributions.ts";
import { status } from "#sdk/actions/pool/status.ts";
import { terms } from "#sdk/actions/pool/terms.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Fact } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";

interface ShowArgs {
  readonly dataset: string;
}

const showPool: Action<ShowArgs> = async (args, context) => {
  const { client, pool, reward, alita, dataset, user } = await openPool(context, args.dataset);
  const [fixed, today, own, given] = await Promise.all([
    terms(client, { pool }),
    status(client, { pool }),
    account(client, { pool, who: user }),
    contributions(client, { pool }),
  ]);
  return {
    title: `Pool of ${dataset.symbol}`,
    facts: [
      ["pool", pool],
      ["left for rewards", units(today.escrow, reward)],
      [
        "stake",
        fixed.staking
          ? `${units(today.totalStaked, reward)} against the maker's ${units(today.ownerStake, reward)}`
          : "none: a pool without staking",
      ],
      ["licence", `${units(today.price, alita)}, ${today.listed ? "on sale" : "not on sale"}`],
      ["contributions", `${given.length}, ${today.contributionsOpen ? "open" : "closed"}`],
      ...comingFacts(today.coming),
      ["your stake", `${units(own.staked, reward)}, ${units(own.unbonding, reward)} unbonding`],
      ["your revenue", units(own.revenue, alita)],
      ["your access", own.licensedUntil === 0n ? "none" : `until ${formatTime(own.licensedUntil)}`],
    ],
    table: {
      head: ["number", "content tag", "provider", "units", "quality", "reward"],
      rows: given.map((one) => [
        one.number.toString(),
        one.contentTag,
        one.provider,
        one.contribution.units.toString(),
        formatBps(one.quality),
        units(one.reward, reward),
      ]),
    },
    data: { pool, terms: fixed, status: today, account: { who: user, ...own }, contributions: given },
  };
};

/** What the maker announced: attestations of before must be used until then. */
function comingFacts({ minQuality, attesterSet }: Coming): Fact[] {
  const facts: Fact[] = [];
  if (minQuality !== undefined) {
    facts.push(["least quality", `${formatBps(minQuality.value)} from ${formatTime(minQuality.from)}`]);
  }
  if (attesterSet !== undefined) {
    facts.push(["other attesters", `${attesterSet.value} from ${formatTime(attesterSet.from)}`]);
  }
  return facts;
}

export default showPool;
