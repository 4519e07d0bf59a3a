import {
  account,
  type Act,
  type Acts,
  alita,
  choice,
  contract,
  dataTokens,
  date,
  duration,
  hidden,
  raw,
  share,
  token,
  tokens,
  under,
  units,
  wad,
} from "../Field.ts";
import {
  ASSESSMENT,
  ATTESTER_SET,
  ATTESTER_SIGNATURES,
  CONTRIBUTION,
  MULTICALL,
  PARAMETER_PROPOSAL,
  PERMIT,
  PERMITS,
  PRICE_PROPOSAL,
  SIGNATURE,
  TOKEN,
} from "./shared.ts";

const reward = (label: string) => units(label, "reward tokens");

const POOL_TERMS: Act["fields"] = {
  rewardInBase: raw("Rewards in ALITA"),
  staking: raw("Stakes, votes and updates"),
  listed: raw("Licences on sale at once"),
  allocation: reward("Rewards for contributions"),
  maxIncentive: reward("A provider earns at most"),
  updateMax: reward("An update earns at most"),
  price: alita("Licence for one period"),
  unitPrice: alita("Compute unit"),
  minQuality: share("Least quality"),
  slashBps: share("Stake taken for a copy"),
  burnBps: share("Burned of a job's data fee"),
  similarityLanes: raw("Lanes of 64 that prove a copy"),
  challengeWindow: duration("Rewards wait for"),
  unbonding: duration("Stake leaves after"),
  licencePeriod: duration("Licence period"),
  minCohort: raw("Providers behind a result, at least"),
  privacyPeriod: duration("Privacy period"),
  epsilonPerJob: wad("Epsilon of a job"),
  epsilonPerPeriod: wad("Epsilon of a period"),
  gate: contract("Who may contribute is decided by"),
  arbiter: contract("Disputes are ruled by"),
  attesterSet: raw("Attesters, by their hash"),
};

export const FACTORY: Acts = {
  selfPermit: MULTICALL.selfPermit,
  createDataset: {
    intent: "Launch a dataset",
    fields: {
      ...under("params", {
        name: raw("Name"),
        symbol: raw("Symbol"),
        metadata: raw("Digest of the description"),
        supply: dataTokens("Supply, all there will ever be"),
        liquidityData: dataTokens("Into the market"),
        liquidityBase: alita("And into the market"),
        makerFeeShare: share("Your part of swap fees"),
        lockedUntil: date("Locked until"),
        ...under("pool", POOL_TERMS),
      }),
      ...under("permit", { value: alita("ALITA allowed for it"), deadline: date("Good until"), ...SIGNATURE }),
    },
  },
  registerContent: {
    intent: "Reserve a content root",
    fields: { token: token("Dataset"), contentRoot: raw("Root of the records") },
  },
  release: { intent: "Take what is not locked any more", fields: { token: token("Dataset") } },
};

export const ALITA: Acts = { ...TOKEN, permit: PERMIT };

export const DATA_TOKEN: Acts = {
  ...TOKEN,
  ...PERMITS,
  burn: { intent: "Burn tokens", fields: { value: tokens("Amount", "@.to") } },
  burnFrom: {
    intent: "Burn somebody's tokens",
    fields: { account: account("Owner"), value: tokens("Amount", "@.to") },
  },
  publishMetadata: { intent: "Publish a new description", fields: { digest: raw("Digest of the description") } },
};

export const POOL: Acts = {
  ...MULTICALL,
  accept: { intent: "Accept an offer and pay for it", fields: under("proposal", PRICE_PROPOSAL) },
  reject: { intent: "Reject an offer", fields: under("proposal", PRICE_PROPOSAL) },
  cancel: { intent: "Take an offer back", fields: { id: raw("Offer") } },
  proposePrice: { intent: "Offer a buyer a price", fields: under("proposal", PRICE_PROPOSAL) },
  proposeParameter: { intent: "Propose another term", fields: under("proposal", PARAMETER_PROPOSAL) },
  executeParameter: { intent: "Carry out what was voted", fields: under("proposal", PARAMETER_PROPOSAL) },
  setParameter: {
    intent: "Change a term of the pool",
    fields: { parameter: choice("Term", "parameter"), data: raw("New value") },
  },
  vote: { intent: "Vote", fields: { id: raw("Proposal"), support: raw("In favour") } },
  claimVoteRewards: { intent: "Claim rewards for votes", fields: { "ids.[]": raw("Proposal") } },
  reclaimVoteBudget: { intent: "Take an unused vote budget back", fields: { id: raw("Proposal") } },
  buy: {
    intent: "Buy access to a dataset",
    fields: {
      licensee: account("For"),
      periods: raw("Periods"),
      maxPrice: alita("Pay at most"),
      deadline: date("Good until"),
    },
  },
  contribute: {
    intent: "Contribute records",
    fields: {
      ...under("c", CONTRIBUTION),
      ...under("assessment", ASSESSMENT),
      ...under("set", ATTESTER_SET),
      ...under("signatures", ATTESTER_SIGNATURES),
      minReward: reward("Reward at least"),
      deadline: date("Good until"),
      providerSignature: hidden("Consent of the provider"),
    },
  },
  claim: {
    intent: "Claim rewards",
    fields: { "contentTags.[]": raw("Contribution"), toStake: reward("Put into the stake") },
  },
  revoke: { intent: "Revoke a contribution", fields: { contentTag: raw("Contribution") } },
  slashDuplicate: {
    intent: "Prove that a contribution is a copy",
    fields: { older: raw("Original"), newer: raw("Copy") },
  },
  stake: { intent: "Stake", fields: { amount: reward("Amount") } },
  unstake: { intent: "Start to unstake", fields: { amount: reward("Amount") } },
  withdraw: { intent: "Take unstaked tokens", fields: {} },
  claimRevenue: { intent: "Claim revenue of the stake", fields: {} },
  topUp: { intent: "Add to the rewards for contributions", fields: { amount: reward("Amount") } },
  reallocate: { intent: "Share more rewards out", fields: { amount: reward("Amount") } },
  settleReallocation: { intent: "Claim a share of a re-allocation", fields: { contentTag: raw("Contribution") } },
  setListed: { intent: "Switch the sale of licences", fields: { newListed: raw("On sale") } },
  setPrice: { intent: "Set the price of a licence", fields: { newPrice: alita("One period") } },
  withdrawMakerRevenue: { intent: "Take the maker's revenue", fields: {} },
  announceClose: { intent: "Announce that the pool closes in three days", fields: {} },
  close: { intent: "Close the pool and take back what is left", fields: {} },
};
