import { TypedDataEncoder } from "ethers";
import { CONTRIBUTION_TYPES } from "../signing/contributionTypes.ts";
import type { Contribution } from "../types/Contribution.ts";

/** Hash of all that is said about a contribution: its EIP-712 struct hash, by which attesters remember it. */
export const contributionId = (contribution: Contribution): string =>
  TypedDataEncoder.hashStruct("Contribution", CONTRIBUTION_TYPES, contribution);
