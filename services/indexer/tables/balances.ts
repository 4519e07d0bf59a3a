import { entity } from "../state/Table.ts";

/** Who has how much of a Data Token or of a pair's liquidity. */
export const balances = entity(
  "balances",
  { asset: "text", account: "text", token: "text", amount: "amount" },
  { key: ["asset", "account"], indexes: [["account"]] },
);
