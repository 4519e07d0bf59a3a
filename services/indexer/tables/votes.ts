import { fact } from "../state/Table.ts";

export const votes = fact(
  "votes",
  { pool: "text", id: "text", voter: "text", support: "boolean", weight: "amount" },
  { indexes: [["pool", "id"], ["voter"]] },
);
