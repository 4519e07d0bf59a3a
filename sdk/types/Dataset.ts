/** The three contracts of one dataset. */
export interface Dataset {
  readonly token: string;
  readonly pair: string;
  readonly pool: string;
}

/** Terms of a pool, fixed for its life. */
export interface PoolParams {
  readonly rewardInBase: boolean; // true: ALITA is reward and stake token; false: the Data Token
  readonly staking: boolean; // stake, votes, updates and slashing; without it: re-allocation
  readonly listed: boolean; // licences are on sale from the start
  readonly allocation: bigint; // reward-token wei escrowed at creation, > 0
  readonly maxIncentive: bigint; // reward-token wei one provider can earn by contributions
  readonly updateMax: bigint; // reward-token wei of a perfect, entirely new update
  readonly price: bigint; // ALITA wei for one licence period
  readonly unitPrice: bigint; // ALITA wei per compute unit
  readonly minQuality: bigint; // bps
  readonly slashBps: bigint; // share of the stake behind a proven duplicate
  readonly burnBps: bigint; // share of a job's data fee that is burned, at most 5_000
  readonly similarityLanes: bigint; // lanes (of 64) that prove a near duplicate, 32 to 64
  readonly challengeWindow: bigint; // seconds, at most 90 days
  readonly unbonding: bigint; // seconds, >= challengeWindow, at most 365 days
  readonly licencePeriod: bigint; // seconds
  readonly minCohort: bigint; // providers behind every released aggregate
  readonly privacyPeriod: bigint; // seconds after which the privacy budget is fresh
  readonly epsilonPerJob: bigint; // wad
  readonly epsilonPerPeriod: bigint; // wad
  readonly gate: string; // IContributorGate, or the zero address
  readonly arbiter: string; // ERC-792 arbitrator, or the zero address: the attesters rule disputes
  readonly attesterSet: string; // attesterSetHash(set)
}

/** Everything a maker decides at launch. */
export interface DatasetParams {
  readonly name: string; // 1 .. 31 bytes, no control characters
  readonly symbol: string; // 1 .. 31 bytes, no control characters
  readonly metadata: string; // sha2-256 of the canonical metadata document
  readonly supply: bigint; // Data Token wei, all there will ever be, < 2^88
  readonly liquidityData: bigint; // Data Token wei put into the pair
  readonly liquidityBase: bigint; // ALITA wei put into the pair
  readonly makerFeeShare: bigint; // bps of every swap fee, at most 5_000
  readonly lockedUntil: bigint; // unix seconds; liquidity and unallocated supply stay locked until then
  readonly pool: PoolParams;
}
