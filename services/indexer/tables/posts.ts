import { entity } from "../state/Table.ts";

/** What an author fixed on the bulletin board. */
export const posts = entity(
  "posts",
  { author: "text", topic: "text", stage: "integer", root: "text", block: "integer", time: "integer" },
  { key: ["author", "topic", "stage"], indexes: [["topic"]] },
);
