import {
  account,
  alita,
  allowance,
  type Act,
  type Acts,
  calls,
  choice,
  contract,
  date,
  hidden,
  raw,
  share,
  token,
  tokens,
} from "../Field.ts";

export const SIGNATURE: Act["fields"] = {
  v: hidden("Signature"),
  r: hidden("Signature"),
  s: hidden("Signature"),
};

/** Of every contract that takes tokens by permit, several calls at once. */
export const MULTICALL = {
  multicall: { intent: "Do several things at once", fields: { "data.[]": calls("Call") } },
  selfPermit: {
    intent: "Allow this contract to take tokens",
    fields: {
      token: token("Token"),
      value: allowance("Amount", "token"),
      deadline: date("Good until"),
      ...SIGNATURE,
    },
  },
} satisfies Acts;

const ALLOWED: Act["fields"] = {
  owner: account("Owner"),
  spender: account("Who may take them"),
  value: allowance("Amount", "@.to"),
  deadline: date("Good until"),
};

/** Of every token; its address is the contract's. */
export const TOKEN: Acts = {
  approve: {
    intent: "Allow somebody to take tokens",
    fields: { spender: account("Who may take them"), value: allowance("Amount", "@.to") },
  },
  transfer: { intent: "Send tokens", fields: { to: account("To"), value: tokens("Amount", "@.to") } },
  transferFrom: {
    intent: "Send somebody's tokens",
    fields: { from: account("From"), to: account("To"), value: tokens("Amount", "@.to") },
  },
};

export const PERMIT: Act = { intent: "Submit an owner's permit", fields: { ...ALLOWED, ...SIGNATURE } };

/** `permit` with both kinds of signatures. */
export const PERMITS: Acts = {
  "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)": PERMIT,
  "permit(address,address,uint256,uint256,bytes)": {
    intent: PERMIT.intent,
    fields: { ...ALLOWED, signature: hidden("Signature") },
  },
};

export const CONTRIBUTION: Act["fields"] = {
  provider: account("Provider"),
  kind: choice("Where the records are", "contributionKind"),
  contentRoot: raw("Root of the records"),
  contentTag: raw("Tag of the content"),
  sketch: hidden("Sketch of the content"),
  metadata: hidden("Digest of the description"),
  units: raw("Records"),
  parent: raw("Contribution that it updates"),
};

export const ASSESSMENT: Act["fields"] = {
  quality: share("Quality"),
  novelty: share("New in it"),
  deadline: date("Attested until"),
};

export const ATTESTER_SET: Act["fields"] = {
  threshold: raw("Attesters who must sign"),
  "attesters.[]": account("Attester"),
};

export const ATTESTER_SIGNATURES: Act["fields"] = {
  "[].attester": account("Signed by"),
  "[].signature": hidden("Signature"),
};

export const PRICE_PROPOSAL: Act["fields"] = {
  buyer: account("Buyer"),
  price: alita("Price"),
  duration: { ...raw("Access for"), format: "duration" },
  voteBudget: alita("Shared by all who vote"),
  expiry: date("Vote until"),
  salt: hidden("Salt"),
};

export const PARAMETER_PROPOSAL: Act["fields"] = {
  parameter: choice("Term", "parameter"),
  data: raw("New value"),
  voteBudget: alita("Shared by all who vote"),
  expiry: date("Vote until"),
  salt: hidden("Salt"),
};

export const POOL_CONTRACT = contract("Pool of the dataset");
