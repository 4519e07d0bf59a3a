import { account, type Act, allowance, contract, date, hidden, raw, share, under, units } from "../Field.ts";
import { CONTRIBUTION } from "./shared.ts";

/** What is signed with a token: ERC-2612. */
export const PERMIT: Act = {
  intent: "Allow somebody to take tokens",
  fields: {
    owner: account("Owner"),
    spender: contract("Who may take them"),
    value: allowance("Amount", "@.to"),
    nonce: hidden("Nonce"),
    deadline: date("Good until"),
  },
};

/** What is signed with a pool. */
export const ATTESTATION: Act = {
  intent: "Attest a contribution",
  fields: {
    ...under("contribution", CONTRIBUTION),
    quality: share("Quality"),
    novelty: share("New in it"),
    deadline: date("Good until"),
  },
};

export const CONTRIBUTION_CONSENT: Act = {
  intent: "Let somebody contribute your records for you",
  fields: {
    ...under("contribution", CONTRIBUTION),
    minReward: units("Reward at least", "reward tokens"),
    deadline: date("Good until"),
  },
};

/** What is signed with ComputeBilling. */
export const JOB_CONSENT: Act = {
  intent: "Accept a result and give up disputing it",
  fields: {
    jobId: raw("Job"),
    units: raw("Compute units"),
    resultDigest: raw("Digest of the result"),
    payoutRoot: raw("Root of the payouts"),
  },
};

export const RULING: Act = {
  intent: "Rule a dispute",
  fields: {
    jobId: raw("Job"),
    units: raw("Compute units"),
    payoutRoot: raw("Root of the payouts"),
    deadline: date("Good until"),
  },
};

export const ENROLMENT: Act = {
  intent: "Take part in a computation",
  fields: {
    jobId: raw("Job"),
    contribution: raw("Contribution"),
    provider: account("Provider"),
    rows: raw("Records"),
    maskKey: hidden("Key of the masks"),
    shareKey: hidden("Key of the shares"),
    seedCommitment: hidden("Commitment to the seed"),
    sessionKey: hidden("Key of the round"),
  },
};

export const RECEIPT: Act = {
  intent: "Say what a device worked",
  fields: {
    jobId: raw("Job"),
    contribution: raw("Contribution"),
    contentRoot: raw("Root of the records"),
    rows: raw("Records"),
    units: raw("Compute units"),
    outputHash: hidden("Hash of the masked answer"),
  },
};

/** What is signed for services. */
export const REQUEST: Act = {
  intent: "Ask a service",
  fields: {
    audience: raw("Service"),
    method: raw("Method"),
    path: raw("What"),
    bodyDigest: hidden("Digest of the body"),
    expires: date("Good until"),
  },
};

export const DELEGATION: Act = {
  intent: "Let a program ask services in your name",
  fields: {
    purpose: raw("For"),
    "audiences.[]": raw("Service"),
    expires: date("Good until"),
    account: account("Your account"),
    session: account("Key of the program"),
  },
};

export const AUTHORSHIP: Act = {
  intent: "Sign a description as yours",
  fields: {
    author: account("Author"),
    pool: contract("Pool of the dataset"),
    contentTag: raw("Contribution"),
    digest: raw("Digest of the description"),
  },
};
