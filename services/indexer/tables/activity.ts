import { fact } from "../state/Table.ts";

/** Whom an event concerns. */
export const activity = fact(
  "activity",
  { account: "text" },
  { key: ["account"], indexes: [["account", "block", "logIndex"]] },
);
