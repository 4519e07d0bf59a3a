import { entity } from "../state/Table.ts";

/** A dataset: its words, the terms of its launch, and where its market and its pool stand now. */
export const datasets = entity(
  "datasets",
  {
    token: "text",
    pair: "text",
    pool: "text",
    maker: "text",
    name: "text",
    symbol: "text",
    words: "text", // what a search looks through, in lower case
    metadata: "text", // digest of the newest document
    metadataVersion: "integer",
    createdAt: "integer",
    createdBlock: "integer",
    /* TERMS */
    initialSupply: "amount",
    makerFeeShare: "integer", // bps
    lockedUntil: "integer",
    rewardInBase: "boolean",
    staking: "boolean",
    maxIncentive: "amount",
    updateMax: "amount",
    slashBps: "integer",
    burnBps: "integer",
    similarityLanes: "integer",
    challengeWindow: "integer", // seconds, like the other spans
    unbonding: "integer",
    licencePeriod: "integer",
    minCohort: "integer",
    privacyPeriod: "integer",
    epsilonPerJob: "amount", // wad
    epsilonPerPeriod: "amount", // wad
    gate: "text",
    arbiter: "text",
    /* TERMS THAT MAY CHANGE: `next` is in force from `from` on, 0: never changed */
    minQuality: "integer", // bps
    minQualityNext: "integer",
    minQualityFrom: "integer",
    attesterSet: "text",
    attesterSetNext: "text",
    attesterSetFrom: "integer",
    licencePrice: "amount", // ALITA wei
    unitPrice: "amount", // ALITA wei
    listed: "boolean",
    closingAt: "integer", // 0: not announced
    closed: "boolean",
    /* MARKET */
    dataFirst: "boolean", // whether the Data Token is the pair's token0
    supply: "amount",
    reserveData: "amount",
    reserveBase: "amount",
    liquidity: "amount", // all liquidity tokens, the locked minimum included
    price: "amount", // ALITA wei for a whole Data Token, rounded down
    priceRank: "real",
    liquidityRank: "real",
    trades: "integer",
    volumeBase: "amount", // ALITA wei traded since the launch
    /* POOL, reward-token wei unless said otherwise */
    ownerStake: "amount",
    committed: "amount",
    totalStaked: "amount",
    makerRevenue: "amount", // ALITA wei the maker may take
    revenueIndex: "amount", // ALITA wei per staked wei, Q80
    reallocationIndex: "amount", // wei per data unit, Q64
    contributions: "integer", // ever accepted
    liveContributions: "integer",
    liveUnits: "amount",
    liveQuality: "integer", // sum over live contributions, bps
    qualityRank: "real", // mean over live contributions, bps
    providers: "integer", // with a live contribution
    cohort: "integer", // providers with a live Device contribution
    ballots: "integer", // proposals that needed a vote
    proposals: "integer",
    licencesSold: "integer",
    licenceRevenue: "amount", // ALITA wei
    jobs: "integer",
    epsilonSpent: "amount", // wad, in the period
    epsilonPeriodStart: "integer",
    /* LIFE */
    lastActivity: "integer",
  },
  {
    key: ["token"],
    indexes: [
      ["pool"],
      ["pair"],
      ["maker"],
      ["createdBlock", "token"],
      ["priceRank", "token"],
      ["liquidityRank", "token"],
      ["qualityRank", "token"],
      ["providers", "token"],
      ["name", "token"],
    ],
  },
);
