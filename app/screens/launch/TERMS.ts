const DAY = 86_400n;
const YEAR = 365n * DAY;

/** In what a term is typed; each has a number of its own on the chain: wei, basis points, seconds, a count. */
export type Unit = "data" | "base" | "reward" | "percent" | "days" | "count" | "epsilon";

/** A term of a launch: how it is asked for, and what the contracts accept. */
export interface Term {
  readonly label: string;
  readonly words: string; // what it means, for somebody who never launched anything
  readonly unit: Unit;
  readonly initial: string;
  readonly least: bigint; // as on chain
  readonly most: bigint;
}

const below = (bits: bigint): bigint => 2n ** bits - 1n;
const MOST_SECONDS = below(32n);

/** Every number that a maker decides, with defaults that hurt nobody. The bounds are those of LaunchRules.sol. */
export const TERMS = {
  supply: {
    label: "Supply",
    words: "All Data Tokens there will ever be",
    unit: "data",
    initial: "1000000",
    least: 1n,
    most: below(88n),
  },
  liquidityData: {
    label: "Data Tokens into the market",
    words: "Locked: together with the ALITA they make the first price",
    unit: "data",
    initial: "100000",
    least: 1n,
    most: below(88n),
  },
  liquidityBase: {
    label: "ALITA into the market",
    words: "Paid by you at the launch and locked; the more, the calmer the price",
    unit: "base",
    initial: "1000",
    least: 1n,
    most: below(88n),
  },
  lock: {
    label: "Lock",
    words: "Until then you can take neither liquidity nor unallocated Data Tokens: buyers look at this first",
    unit: "days",
    initial: "365",
    least: 1n,
    most: 100n * YEAR,
  },
  makerFeeShare: {
    label: "Your part of the swap fee",
    words: "Of the 0.3 % that every trade pays; the rest goes to those who provide liquidity. At most 50 %",
    unit: "percent",
    initial: "16.67",
    least: 0n,
    most: 5_000n,
  },
  allocation: {
    label: "Set aside for providers",
    words: "Rewards of all contributions come out of it. What nobody earns comes back when you close the pool",
    unit: "reward",
    initial: "500000",
    least: 1n,
    most: below(96n),
  },
  maxIncentive: {
    label: "Most for one provider",
    words: "What a single provider can earn by first contributions",
    unit: "reward",
    initial: "1000",
    least: 1n,
    most: below(96n),
  },
  updateMax: {
    label: "Reward of a perfect update",
    words: "What an update earns that is of full quality and entirely new",
    unit: "reward",
    initial: "100",
    least: 0n,
    most: below(96n),
  },
  minQuality: {
    label: "Least quality",
    words: "Contributions below are refused. Can be changed by vote, or by you without staking",
    unit: "percent",
    initial: "50",
    least: 0n,
    most: 10_000n,
  },
  price: {
    label: "Price of a licence",
    words: "For one period of access to the data; you can change it later",
    unit: "base",
    initial: "10",
    least: 0n,
    most: below(96n),
  },
  licencePeriod: {
    label: "Licence lasts",
    words: "How long one purchase gives access",
    unit: "days",
    initial: "30",
    least: 1n,
    most: MOST_SECONDS,
  },
  unitPrice: {
    label: "Price of a compute unit",
    words: "What providers earn when a program runs on their device",
    unit: "base",
    initial: "0.001",
    least: 0n,
    most: below(96n),
  },
  minCohort: {
    label: "Least providers behind a result",
    words: "A result over fewer is never released: more means more privacy",
    unit: "count",
    initial: "5",
    least: 1n,
    most: MOST_SECONDS,
  },
  epsilonPerJob: {
    label: "Privacy budget of one job",
    words: "Epsilon of differential privacy: the smaller, the more noise. 0: no such promise is made",
    unit: "epsilon",
    initial: "1",
    least: 0n,
    most: below(64n),
  },
  epsilonPerPeriod: {
    label: "Privacy budget of a period",
    words: "All jobs of a period together never take more",
    unit: "epsilon",
    initial: "10",
    least: 0n,
    most: below(64n),
  },
  privacyPeriod: {
    label: "Privacy budget is fresh after",
    words: "Length of a period",
    unit: "days",
    initial: "30",
    least: 1n,
    most: MOST_SECONDS,
  },
  burnBps: {
    label: "Burned of a job's data fee",
    words: "Makes Data Tokens scarcer with every job. At most 50 %",
    unit: "percent",
    initial: "10",
    least: 0n,
    most: 5_000n,
  },
  challengeWindow: {
    label: "Challenge window",
    words: "So long anyone can prove a contribution to be a copy before its reward can be taken. At most 90 days",
    unit: "days",
    initial: "3",
    least: 0n,
    most: 90n * DAY,
  },
  unbonding: {
    label: "Unbonding",
    words: "So long unstaked tokens stay liable: at least the challenge window, at most 365 days",
    unit: "days",
    initial: "7",
    least: 0n,
    most: YEAR,
  },
  slashBps: {
    label: "Lost for a proven copy",
    words: "Of the stake of whoever contributed it",
    unit: "percent",
    initial: "50",
    least: 0n,
    most: 10_000n,
  },
  similarityLanes: {
    label: "Likeness that proves a copy",
    words: "Of 64 marks of a content; unrelated contents share about 4. From 32 to 64",
    unit: "count",
    initial: "48",
    least: 32n,
    most: 64n,
  },
} as const satisfies Readonly<Record<string, Term>>;

export type TermName = keyof typeof TERMS;
