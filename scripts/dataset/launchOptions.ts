import { flag, optional, required, standard } from "../tasks/option.ts";

/** What a maker decides at launch, as it is typed. Amounts are whole tokens, shares %, durations such as 3d. */
export interface LaunchArgs {
  readonly name: string;
  readonly symbol: string;
  readonly metadata: string;
  readonly attesters: string;
  readonly threshold: string | undefined;
  readonly supply: string;
  readonly liquidityData: string;
  readonly liquidityBase: string;
  readonly makerFeeShare: string;
  readonly lock: string;
  readonly rewardInBase: boolean;
  readonly noStaking: boolean;
  readonly unlisted: boolean;
  readonly allocation: string;
  readonly maxIncentive: string;
  readonly updateMax: string;
  readonly price: string;
  readonly unitPrice: string;
  readonly minQuality: string;
  readonly slash: string;
  readonly burn: string;
  readonly similarityLanes: string;
  readonly challengeWindow: string;
  readonly unbonding: string;
  readonly licencePeriod: string;
  readonly minCohort: string;
  readonly privacyPeriod: string;
  readonly epsilonPerJob: string;
  readonly epsilonPerPeriod: string;
  readonly gate: string | undefined;
  readonly arbiter: string | undefined;
}

/** The options of `dataset launch` and `dataset predict`. */
export const LAUNCH = {
  name: required("Name of the Data Token, 1 to 31 bytes"),
  symbol: required("Symbol of the Data Token, 1 to 31 bytes"),
  metadata: required("schema.org document of the dataset (JSON file, see dataset describe)"),
  attesters: required("Who vouches for contributions: account numbers or addresses, separated by commas, at most 16"),
  threshold: optional("How many of them must agree (default: all)"),
  supply: standard("1000000", "Data Token, all there will ever be"),
  liquidityData: standard("100000", "Data Token put into the market"),
  liquidityBase: standard("10000", "ALITA put into the market"),
  makerFeeShare: standard("16.67", "Maker's part of every swap fee, in %, at most 50"),
  lock: standard("365d", "How long liquidity and unallocated supply stay locked, such as 365d"),
  rewardInBase: flag("Reward and stake in ALITA instead of the Data Token"),
  noStaking: flag("A pool without stake, votes, updates and slashing"),
  unlisted: flag("Licences and jobs are not on sale at first"),
  allocation: standard("500000", "Reward token put aside for providers"),
  maxIncentive: standard("1000", "Reward token that one provider can earn at most by first contributions"),
  updateMax: standard("100", "Reward token for a perfect, entirely new update"),
  price: standard("10", "ALITA for one licence period"),
  unitPrice: standard("0.001", "ALITA per compute unit"),
  minQuality: standard("50", "Least quality of a contribution, in %"),
  slash: standard("50", "Part of the stake behind a proven duplicate that is lost, in %"),
  burn: standard("10", "Part of a job's data fee that is burned, in %, at most 50"),
  similarityLanes: standard("48", "Lanes of 64 that prove a near duplicate, 32 to 64"),
  challengeWindow: standard("3d", "How long a contribution can be challenged, at most 90d"),
  unbonding: standard("7d", "How long unstaked tokens stay liable, at least the challenge window"),
  licencePeriod: standard("30d", "How long a licence lasts"),
  minCohort: standard("1", "Providers behind every released aggregate, at least"),
  privacyPeriod: standard("30d", "After how long the privacy budget is fresh"),
  epsilonPerJob: standard("1", "Privacy budget of one job at most, such as 0.5"),
  epsilonPerPeriod: standard("10", "Privacy budget of all jobs in a period"),
  gate: optional("IContributorGate that decides who may contribute (default: everybody may)"),
  arbiter: optional("ERC-792 arbitrator of disputes (default: the attesters)"),
};
