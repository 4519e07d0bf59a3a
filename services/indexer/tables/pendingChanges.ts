import { entity } from "../state/Table.ts";

/** Proposals of one and the same change, oldest first: the event of a change does not say which of them it carries out. */
export const pendingChanges = entity(
  "pendingChanges",
  { pool: "text", parameter: "text", value: "text", ids: "text" },
  { key: ["pool", "parameter", "value"] },
);
