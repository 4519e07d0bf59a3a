import {
  account,
  type Act,
  type Acts,
  alita,
  contract,
  dataTokens,
  date,
  hidden,
  raw,
  tokens,
  token,
  under,
  wad,
} from "../Field.ts";
import { ASSESSMENT, ATTESTER_SET, ATTESTER_SIGNATURES, CONTRIBUTION, MULTICALL, POOL_CONTRACT } from "./shared.ts";

const ASKED: Act["fields"] = {
  coordinator: account("Coordinator"),
  program: raw("Digest of the program"),
  maxUnits: raw("Compute units at most"),
  minCohort: raw("Providers behind the result, at least"),
  epsilon: wad("Epsilon"),
  deadline: date("Settled until, or refunded"),
  coordinatorFee: alita("Fee of the coordinator"),
};

const REQUEST: Act["fields"] = {
  pool: POOL_CONTRACT,
  ...ASKED,
  maxBase: alita("Pay at most"),
  maxData: dataTokens("And at most"),
  salt: hidden("Salt"),
};

const PRICES: Act["fields"] = {
  pool: POOL_CONTRACT,
  token: token("Dataset"),
  openedAt: date("Opened"),
  unitPrice: alita("Provider's pay a unit"),
  unitData: tokens("And a unit", "job.token"),
};

const JOB: Act["fields"] = {
  ...PRICES,
  unitBurn: tokens("Burned a unit", "job.token"),
  consumer: account("Consumer"),
  ...ASKED,
  attesterSet: hidden("Attesters, by their hash"),
  arbiter: contract("Disputes are ruled by"),
  salt: hidden("Salt"),
};

const claimOf = (terms: string): Act["fields"] => ({
  ...under("terms", {
    ...PRICES,
    unitData: tokens("And a unit", `${terms}.token`),
    rest: hidden("Other terms, by their hash"),
  }),
  ...under("payout", {
    index: hidden("Place in the list"),
    provider: account("Provider"),
    contribution: raw("Contribution"),
    units: raw("Compute units"),
  }),
  proof: hidden("Proof"),
});

export const BILLING: Acts = {
  ...MULTICALL,
  openJob: { intent: "Order a computation, paying in Data Tokens and ALITA", fields: under("request", REQUEST) },
  openJobWithBase: { intent: "Order a computation, paying in ALITA", fields: under("request", REQUEST) },
  claim: { intent: "Claim pay for work", fields: claimOf("terms") },
  claimMany: { intent: "Claim pay for several jobs", fields: under("requests.[]", claimOf("requests.[].terms")) },
  claimFee: { intent: "Claim the coordinator's fee", fields: under("job", JOB) },
  refund: { intent: "Take back what was paid for a job", fields: under("job", JOB) },
  dispute: { intent: "Dispute a settlement", fields: under("job", JOB) },
  settle: {
    intent: "Settle a job",
    fields: {
      ...under("job", JOB),
      ...under("settlement", {
        units: raw("Compute units"),
        resultDigest: raw("Digest of the result"),
        payoutRoot: raw("Root of the payouts"),
      }),
      consent: hidden("Consent of the consumer"),
    },
  },
  resolve: {
    intent: "Carry out what attesters ruled",
    fields: {
      ...under("job", JOB),
      ...under("ruling", {
        jobId: raw("Job"),
        units: raw("Compute units"),
        payoutRoot: raw("Root of the payouts"),
        deadline: date("Good until"),
      }),
      ...under("set", ATTESTER_SET),
      ...under("signatures", ATTESTER_SIGNATURES),
    },
  },
};

export const REGISTRY: Acts = {
  register: { intent: "Become an attester and pay the bond", fields: { amount: alita("Bond") } },
  exit: { intent: "Announce to stop attesting", fields: {} },
  withdraw: { intent: "Take the bond back", fields: {} },
  slashEquivocation: {
    intent: "Prove that an attester signed two different assessments",
    fields: {
      pool: POOL_CONTRACT,
      ...under("contribution", CONTRIBUTION),
      ...under("assessmentA", ASSESSMENT),
      signatureA: hidden("Signature"),
      ...under("assessmentB", ASSESSMENT),
      signatureB: hidden("Signature"),
      attester: account("Attester"),
    },
  },
};
