import { fact } from "../state/Table.ts";

/** The reserves after each change of them. */
export const prices = fact(
  "prices",
  { token: "text", price: "amount", reserveData: "amount", reserveBase: "amount" },
  { indexes: [["token", "block", "logIndex"]] },
);
