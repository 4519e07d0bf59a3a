import type { Datawell } from "../chain/datawell.ts";
import type { Contribution } from "../types/Contribution.ts";
import { CONTRIBUTION_TYPES } from "./contributionTypes.ts";
import { domainOf } from "./domainOf.ts";
import { fields } from "./fields.ts";
import type { TypedData } from "./TypedData.ts";

export interface ContributionConsentParams {
  readonly pool: string;
  readonly contribution: Contribution;
  readonly minReward: bigint; // reward-token wei the provider asks for at least
  readonly deadline: bigint; // unix seconds, last moment to submit it
}

/** EIP-712 "Consent" of a pool. */
export const CONTRIBUTION_CONSENT_TYPES = {
  Consent: fields("Contribution contribution,uint256 minReward,uint256 deadline"),
  ...CONTRIBUTION_TYPES,
};

/** What a provider signs so that somebody else may submit its contribution. */
export const contributionConsentMessage = (
  client: Datawell,
  { pool, contribution, minReward, deadline }: ContributionConsentParams,
): TypedData => ({
  domain: domainOf(client, pool),
  types: CONTRIBUTION_CONSENT_TYPES,
  message: { contribution, minReward, deadline },
});
