import { fact } from "../state/Table.ts";

/** Every event as it was, approvals excepted. */
export const events = fact(
  "events",
  {
    contract: "text",
    address: "text",
    name: "text",
    token: "text", // of the dataset that it concerns, or empty
    args: "text", // JSON; integers as decimal strings
    transactionHash: "text",
  },
  { indexes: [["token", "block", "logIndex"]] },
);
