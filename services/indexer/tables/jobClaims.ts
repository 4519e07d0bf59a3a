import { fact } from "../state/Table.ts";

/** What a provider took out of a job. */
export const jobClaims = fact(
  "jobClaims",
  {
    jobId: "text",
    pool: "text",
    provider: "text",
    contribution: "text",
    leaf: "integer",
    units: "amount",
    baseAmount: "amount",
    dataAmount: "amount",
  },
  { indexes: [["jobId"], ["provider", "block"]] },
);
