import { entity } from "../state/Table.ts";

/** An attester and its bond, ALITA wei. */
export const attesters = entity(
  "attesters",
  { attester: "text", bond: "amount", withdrawableAt: "integer", barred: "boolean", registeredAt: "integer" },
  { key: ["attester"] },
);
