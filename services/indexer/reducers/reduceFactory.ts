import { ZeroAddress } from "ethers";
import { datasets } from "../tables/datasets.ts";
import type { Context, EventOf, Reducer } from "./Reducer.ts";

export const reduceFactory: Reducer<"DatasetFactory"> = { CreateDataset: create };

const NOTHING_HAPPENED = {
  reserveData: 0n,
  reserveBase: 0n,
  liquidity: 0n,
  price: 0n,
  priceRank: 0,
  liquidityRank: 0,
  trades: 0,
  volumeBase: 0n,
  committed: 0n,
  totalStaked: 0n,
  makerRevenue: 0n,
  revenueIndex: 0n,
  reallocationIndex: 0n,
  contributions: 0,
  liveContributions: 0,
  liveUnits: 0n,
  liveQuality: 0,
  qualityRank: 0,
  providers: 0,
  cohort: 0,
  ballots: 0,
  proposals: 0,
  licencesSold: 0,
  licenceRevenue: 0n,
  jobs: 0,
  epsilonSpent: 0n,
  epsilonPeriodStart: 0,
  closingAt: 0,
  closed: false,
  metadataVersion: 1,
} as const;

async function create({ args }: EventOf<"DatasetFactory", "CreateDataset">, context: Context): Promise<void> {
  const { state, block, time, base } = context;
  const { token, maker, pool, pair, params } = args;
  const terms = termsOf(params.pool);
  await state.get(datasets, [token]);
  state.put(datasets, {
    ...NOTHING_HAPPENED,
    ...terms,
    token,
    maker,
    pool,
    pair,
    name: params.name,
    symbol: params.symbol,
    words: `${params.name} ${params.symbol} ${token}`.toLowerCase(),
    metadata: params.metadata,
    createdAt: time,
    createdBlock: block,
    initialSupply: params.supply,
    supply: params.supply,
    makerFeeShare: Number(params.makerFeeShare),
    lockedUntil: Number(params.lockedUntil),
    dataFirst: BigInt(token) < BigInt(base),
    lastActivity: time,
  });
}

type PoolTerms = EventOf<"DatasetFactory", "CreateDataset">["args"]["params"]["pool"];

function termsOf(pool: PoolTerms) {
  const minQuality = Number(pool.minQuality);
  return {
    rewardInBase: pool.rewardInBase,
    staking: pool.staking,
    listed: pool.listed,
    ownerStake: pool.allocation,
    maxIncentive: pool.maxIncentive,
    updateMax: pool.updateMax,
    licencePrice: pool.price,
    unitPrice: pool.unitPrice,
    minQuality,
    minQualityNext: minQuality,
    minQualityFrom: 0,
    attesterSet: pool.attesterSet,
    attesterSetNext: pool.attesterSet,
    attesterSetFrom: 0,
    slashBps: Number(pool.slashBps),
    burnBps: Number(pool.burnBps),
    similarityLanes: Number(pool.similarityLanes),
    challengeWindow: Number(pool.challengeWindow),
    unbonding: Number(pool.unbonding),
    licencePeriod: Number(pool.licencePeriod),
    minCohort: Number(pool.minCohort),
    privacyPeriod: Number(pool.privacyPeriod),
    epsilonPerJob: pool.epsilonPerJob,
    epsilonPerPeriod: pool.epsilonPerPeriod,
    gate: pool.gate === ZeroAddress ? "" : pool.gate,
    arbiter: pool.arbiter === ZeroAddress ? "" : pool.arbiter,
  };
}
