import { fact } from "../state/Table.ts";

/** Liquidity that was added or removed, and the maker's part of the fees, which is minted as liquidity. */
export const liquidityChanges = fact(
  "liquidityChanges",
  {
    token: "text",
    change: "text", // add, remove or fee
    account: "text",
    dataAmount: "amount",
    baseAmount: "amount",
    liquidity: "amount",
    transactionHash: "text",
  },
  {
    indexes: [
      ["token", "block", "logIndex"],
      ["account", "block"],
    ],
  },
);
