export * from "./firstReward.ts";
export * from "./slashedStake.ts";
export * from "./splitRevenue.ts";
export * from "./updateReward.ts";
export * from "./votesNeeded.ts";
