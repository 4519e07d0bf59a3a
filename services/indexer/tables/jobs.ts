import { entity } from "../state/Table.ts";

/** A compute job: its terms, and what has become of it. */
export const jobs = entity(
  "jobs",
  {
    jobId: "text",
    pool: "text",
    token: "text",
    consumer: "text",
    coordinator: "text",
    program: "text",
    openedAt: "integer",
    unitPrice: "amount", // ALITA wei
    unitData: "amount", // Data Token wei
    unitBurn: "amount", // Data Token wei
    maxUnits: "amount",
    minCohort: "integer",
    epsilon: "amount", // wad
    deadline: "integer",
    coordinatorFee: "amount", // ALITA wei
    attesterSet: "text",
    arbiter: "text",
    salt: "text",
    basePaid: "amount", // ALITA wei, the Data Token bought inside included
    phase: "text", // as the chain counts it
    units: "amount",
    takenUnits: "amount",
    until: "integer", // final from then on, or ruled before then
    resultDigest: "text",
    payoutRoot: "text",
    consented: "boolean",
    disputeId: "amount",
    claims: "integer",
    feePaid: "boolean",
    refundedBase: "amount",
    refundedData: "amount",
    burnedData: "amount",
    ended: "boolean", // nothing of the consumer's is left in it
    block: "integer",
    logIndex: "integer",
  },
  {
    key: ["jobId"],
    indexes: [
      ["pool", "block", "logIndex"],
      ["consumer", "block", "logIndex"],
      ["coordinator", "block", "logIndex"],
      ["block", "logIndex"],
    ],
  },
);
