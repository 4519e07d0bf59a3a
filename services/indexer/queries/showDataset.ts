import type { DatasetDetail } from "#sdk/indexer/types.ts";
import { inForce } from "../reducers/pool/inForce.ts";
import { prices } from "../tables/prices.ts";
import { datasetCard } from "./datasetCard.ts";
import { type DatasetRow, findDataset } from "./findDataset.ts";
import { qualityHistogram } from "./qualityHistogram.ts";
import type { Reading } from "./Reading.ts";
import { select } from "./select.ts";
import { volumes } from "./volumes.ts";
import { orNull } from "./wire.ts";

const DAY = 86_400;

/** All that a dataset's page shows. */
export async function showDataset(reading: Reading, token: string): Promise<DatasetDetail> {
  const row = await findDataset(reading, token);
  const { now } = reading;
  const { attesterSet } = inForce(row, now);
  const volume24h = (await volumes(reading, [token])).get(token) ?? 0n;
  const nextSet = { attesterSet: row.attesterSetNext, from: row.attesterSetFrom };
  return {
    ...datasetCard(row, volume24h),
    metadataVersion: row.metadataVersion,
    createdBlock: row.createdBlock,
    price24hAgo: await priceAt(reading, token, now - DAY),
    market: await market(reading, row),
    launch: { makerFeeShare: row.makerFeeShare, lockedUntil: row.lockedUntil },
    reward: reward(row, now),
    qualityHistogram: await qualityHistogram(reading, row.pool),
    stake: {
      enabled: row.staking,
      owner: row.ownerStake.toString(),
      staked: row.totalStaked.toString(),
      unbonding: row.unbonding,
      slashBps: row.slashBps,
      similarityLanes: row.similarityLanes,
      makerRevenue: row.makerRevenue.toString(),
    },
    licence: {
      price: row.licencePrice.toString(),
      period: row.licencePeriod,
      sold: row.licencesSold,
      revenue: row.licenceRevenue.toString(),
    },
    privacy: privacy(row, now),
    compute: { unitPrice: row.unitPrice.toString(), burnBps: row.burnBps, jobs: row.jobs },
    attesterSet,
    nextAttesterSet: row.attesterSetFrom > now ? nextSet : null,
    arbiter: orNull(row.arbiter),
    gate: orNull(row.gate),
  };
}

async function priceAt({ queries }: Reading, token: string, time: number): Promise<string | null> {
  const clause = "WHERE token = ? AND time <= ? ORDER BY block DESC, log_index DESC LIMIT 1";
  const [found] = await select(queries, prices, clause, [token, time]);
  return found?.price.toString() ?? null;
}

async function market({ queries }: Reading, row: DatasetRow): Promise<DatasetDetail["market"]> {
  const sql = "SELECT COUNT(*) AS n FROM indexer_balances WHERE asset = ? AND amount <> '0'";
  const count = async (asset: string) => Number((await queries.query<{ n: number }>(sql, [asset]))[0]?.n ?? 0);
  return {
    reserveData: row.reserveData.toString(),
    reserveBase: row.reserveBase.toString(),
    liquidity: row.liquidity.toString(),
    supply: row.supply.toString(),
    initialSupply: row.initialSupply.toString(),
    volumeBase: row.volumeBase.toString(),
    liquidityProviders: await count(row.pair),
    holders: await count(row.token),
  };
}

const reward = (row: DatasetRow, now: number): DatasetDetail["reward"] => ({
  inBase: row.rewardInBase,
  maxIncentive: row.maxIncentive.toString(),
  updateMax: row.updateMax.toString(),
  escrow: (row.ownerStake - row.committed).toString(),
  minQuality: inForce(row, now).minQuality,
  nextMinQuality: row.minQualityFrom > now ? { minQuality: row.minQualityNext, from: row.minQualityFrom } : null,
  challengeWindow: row.challengeWindow,
  contributions: row.contributions,
  liveContributions: row.liveContributions,
  open: row.closingAt === 0 || now < row.closingAt,
  closingAt: orNull(row.closingAt),
});

function privacy(row: DatasetRow, now: number): DatasetDetail["privacy"] {
  const ends = row.epsilonPeriodStart + row.privacyPeriod;
  const isRunning = row.epsilonPeriodStart !== 0 && now < ends;
  return {
    minCohort: row.minCohort,
    cohort: row.cohort,
    epsilonPerJob: row.epsilonPerJob.toString(),
    epsilonPerPeriod: row.epsilonPerPeriod.toString(),
    epsilonSpent: isRunning ? row.epsilonSpent.toString() : "0",
    period: row.privacyPeriod,
    periodEnds: isRunning ? ends : null,
  };
}
