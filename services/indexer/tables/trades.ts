import { fact } from "../state/Table.ts";

export const trades = fact(
  "trades",
  {
    token: "text",
    side: "text", // buy or sell the Data Token
    sender: "text", // called the pair: the trader, or a router
    account: "text", // received
    dataAmount: "amount",
    baseAmount: "amount",
    price: "amount", // afterwards
    transactionHash: "text",
  },
  {
    indexes: [
      ["token", "block", "logIndex"],
      ["account", "block"],
    ],
  },
);
