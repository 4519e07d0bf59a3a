import { fact } from "../state/Table.ts";

export const licenceSales = fact(
  "licenceSales",
  {
    pool: "text",
    buyer: "text",
    licensee: "text",
    paid: "amount", // ALITA wei
    toStakers: "amount", // of these
    until: "integer",
  },
  {
    indexes: [
      ["pool", "block"],
      ["licensee", "block"],
      ["buyer", "block"],
    ],
  },
);
