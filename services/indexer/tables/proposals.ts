import { entity } from "../state/Table.ts";

/** An offer to one buyer, or a change of a parameter. */
export const proposals = entity(
  "proposals",
  {
    pool: "text",
    id: "text",
    proposalKind: "text", // price or parameter
    buyer: "text", // price: who may accept
    price: "amount", // price: ALITA wei
    duration: "integer", // price: seconds of access
    parameter: "text", // parameter: MinQuality, UnitPrice or Attesters
    data: "text", // parameter: the new value, ABI encoded
    voteBudget: "amount", // ALITA wei
    expiry: "integer",
    salt: "text",
    ballot: "integer", // number of the snapshot, 0: passed without a vote
    ownerStake: "amount", // at the snapshot
    totalStaked: "amount", // at the snapshot
    neededAtFirst: "amount", // yes votes, stake wei
    needed: "amount", // still missing, 0: passed
    yes: "amount",
    no: "amount",
    rewardsClaimed: "amount", // ALITA wei
    budgetReclaimed: "boolean", // nobody voted, and the budget went back to the maker
    ended: "text", // accepted, rejected, executed or cancelled; empty: not yet
    endedAt: "integer",
    proposedAt: "integer",
    number: "integer", // order in the pool, from 1
  },
  { key: ["pool", "id"], indexes: [["buyer"], ["pool", "number"]] },
);
