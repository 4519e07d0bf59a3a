import { ZeroHash } from "ethers";
import { ContributionKind } from "#sdk/types/Contribution.ts";
import { mustEqual, mustGet } from "../../state/must.ts";
import type { Row } from "../../state/Table.ts";
import { accounts } from "../../tables/accounts.ts";
import { contributions } from "../../tables/contributions.ts";
import { datasets } from "../../tables/datasets.ts";
import type { Context, EventOf } from "../Reducer.ts";
import { accountOf, type AccountRow, datasetOf, type DatasetRow } from "./rows.ts";

type ContributionRow = Row<typeof contributions>;

/** A contribution was accepted and its reward credited. */
export async function contribute(event: EventOf<"DataPool", "Contribute">, context: Context): Promise<void> {
  const { state } = context;
  const { contentTag, provider, contribution, reward } = event.args;
  const dataset = await datasetOf(context);
  const { pool } = dataset;
  const number = Number(event.args.number);
  mustEqual("The number of a contribution", number, dataset.contributions + 1);
  await state.get(contributions, [pool, contentTag]);
  const row: ContributionRow = {
    pool,
    contentTag,
    provider,
    contributionKind: contribution.kind === ContributionKind.Device ? "device" : "remote",
    contentRoot: contribution.contentRoot,
    sketch: contribution.sketch,
    metadata: contribution.metadata,
    units: contribution.units,
    parent: contribution.parent === ZeroHash ? "" : contribution.parent,
    quality: Number(event.args.quality),
    novelty: Number(event.args.novelty),
    number,
    submittedAt: context.time,
    revokedAt: 0,
    slashed: false,
    credited: reward,
    reward,
    reallocationIndex: dataset.staking ? 0n : dataset.reallocationIndex,
  };
  state.put(contributions, row);
  const account = await accountOf(context, pool, provider);
  const rewarded = row.parent === "" ? account.rewarded + reward : account.rewarded;
  const grown = count(dataset, { ...account, rewarded, earned: account.earned + reward }, row, 1);
  state.put(accounts, grown.account);
  state.put(datasets, { ...grown.dataset, contributions: number, committed: dataset.committed + reward });
}

/** Counts a contribution among the live ones (1), or no longer (-1). */
function count(dataset: DatasetRow, account: AccountRow, row: ContributionRow, one: 1 | -1) {
  const isDevice = row.contributionKind === "device";
  const [contributed, devices] = [account.contributions + one, account.devices + (isDevice ? one : 0)];
  const liveContributions = dataset.liveContributions + one;
  const liveQuality = dataset.liveQuality + one * row.quality;
  return {
    account: { ...account, contributions: contributed, devices },
    dataset: {
      ...dataset,
      liveContributions,
      liveQuality,
      qualityRank: liveContributions === 0 ? 0 : liveQuality / liveContributions,
      liveUnits: dataset.liveUnits + BigInt(one) * row.units,
      providers: dataset.providers + Number(contributed > 0) - Number(account.contributions > 0),
      cohort: dataset.cohort + Number(devices > 0) - Number(account.devices > 0),
    },
  };
}

/** Takes a live contribution out of all counters, and its untaken reward with it. */
export async function retire(context: Context, row: ContributionRow, forfeited: bigint): Promise<void> {
  const { state, time } = context;
  if (forfeited > 0n) mustEqual("A forfeited reward", forfeited, row.reward);
  const dataset = await datasetOf(context);
  const account = await accountOf(context, row.pool, row.provider);
  const left = row.revokedAt === 0 ? count(dataset, account, row, -1) : { dataset, account };
  const revokedAt = row.revokedAt === 0 ? time : row.revokedAt;
  state.put(contributions, { ...row, reward: row.reward - forfeited, revokedAt });
  state.put(accounts, { ...left.account, forfeited: account.forfeited + forfeited });
  state.put(datasets, { ...left.dataset, committed: dataset.committed - forfeited });
}

/** Consent was withdrawn. */
export async function revoke({ args }: EventOf<"DataPool", "Revoke">, context: Context): Promise<void> {
  const { pool } = await datasetOf(context);
  const row = await mustGet(context.state, contributions, [pool, args.contentTag]);
  await retire(context, row, args.forfeited);
}

/** Rewards were taken; what of them was staked is told by a Stake as well. */
export async function claim({ args }: EventOf<"DataPool", "Claim">, context: Context): Promise<void> {
  const { state } = context;
  const { pool, staking } = await datasetOf(context);
  let taken = 0n;
  for (const contentTag of args.contentTags) {
    const row = await mustGet(state, contributions, [pool, contentTag]);
    taken += row.reward;
    state.put(contributions, { ...row, reward: 0n });
  }
  mustEqual("A claim", args.paid + args.staked, taken);
  const account = await accountOf(context, pool, args.provider);
  const room = staking ? account.room + taken : account.room;
  state.put(accounts, { ...account, room, claimed: account.claimed + taken });
}
