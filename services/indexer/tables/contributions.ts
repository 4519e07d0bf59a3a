import { entity } from "../state/Table.ts";

/** A contribution and what is left of its reward. */
export const contributions = entity(
  "contributions",
  {
    pool: "text",
    contentTag: "text",
    provider: "text",
    contributionKind: "text", // device or remote
    contentRoot: "text",
    sketch: "text",
    metadata: "text",
    units: "amount",
    parent: "text",
    quality: "integer", // bps
    novelty: "integer", // bps
    number: "integer", // order in the pool, from 1
    submittedAt: "integer",
    revokedAt: "integer", // 0: in use
    slashed: "boolean",
    credited: "amount", // reward-token wei, re-allocations included
    reward: "amount", // of these, neither taken nor forfeited
    reallocationIndex: "amount", // at its last settlement
  },
  { key: ["pool", "contentTag"], indexes: [["provider"], ["pool", "number"], ["contentRoot"]] },
);
