import { entity } from "../state/Table.ts";

/** Until when somebody may use a dataset. */
export const licences = entity(
  "licences",
  {
    pool: "text",
    licensee: "text",
    until: "integer",
    since: "integer",
    sales: "integer",
    paid: "amount", // ALITA wei
  },
  { key: ["pool", "licensee"], indexes: [["licensee"]] },
);
