import { fact } from "../state/Table.ts";

/** Every change of a stake: stake, unstake, withdraw or slash. */
export const stakeChanges = fact(
  "stakeChanges",
  { pool: "text", account: "text", change: "text", amount: "amount", staked: "amount", totalStaked: "amount" },
  {
    indexes: [
      ["pool", "block"],
      ["account", "block"],
    ],
  },
);
