import type { Explanations } from "../Explanation.ts";

/** Launching a dataset. */
export const factoryErrors = {
  BadTerm: ["{term} is {value}, outside {min} to {max}", "Choose {term} within {min} to {max}"],
  BadText: ['"{text}" cannot be a name or symbol', "Use 1 to 31 bytes without control characters"],
  ContentExists: ["The same records are in pool {pool} already", "Contribute data that nobody contributed before"],
  DatasetExists: ["This maker launched the same dataset before, at {token}", "Change the name, symbol or metadata"],
  NotPool: ["{caller} is not the dataset's pool {pool}", "Contribute through the pool"],
  NothingToRelease: ["Nothing of {token} is locked any more", "Nothing to do"],
  StillLocked: ["The maker's tokens are locked until {lockedUntil|time}", "Come back after that"],
  SupplyTooSmall: [
    "Liquidity and allocation need {needed|amount} of a supply of {supply|amount}",
    "Raise the supply, or lower liquidity or allocation",
  ],
  UnknownDataset: ["{token} is not a Data Token of this deployment", "Check the address and the chain"],
} as const satisfies Explanations;
