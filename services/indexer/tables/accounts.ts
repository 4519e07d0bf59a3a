import { entity } from "../state/Table.ts";

/** A provider in a pool, reward-token wei unless said otherwise. */
export const accounts = entity(
  "accounts",
  {
    pool: "text",
    account: "text",
    rewarded: "amount", // counts against the pool's cap
    earned: "amount", // all that was ever credited, updates included
    forfeited: "amount",
    claimed: "amount", // paid out or staked
    staked: "amount",
    room: "amount", // may still be staked
    unbonding: "amount",
    unbondedAt: "integer",
    slashed: "amount",
    lockedUntil: "integer", // a vote locks the stake
    contributions: "integer", // live
    devices: "integer", // live Device contributions
    revenueIndex: "amount",
    revenueOwed: "amount", // ALITA wei
    revenueClaimed: "amount", // ALITA wei
    computeBase: "amount", // ALITA wei taken from jobs
    computeData: "amount", // Data Token wei taken from jobs
  },
  { key: ["pool", "account"], indexes: [["account"]] },
);
