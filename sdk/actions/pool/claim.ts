import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

export interface ClaimParams {
  readonly pool: string;
  readonly contentTags: readonly string[]; // the user's, past their challenge windows
  readonly toStake?: bigint; // reward-token wei of it to stake at once
}

/**
 * Takes the rewards of the user's contributions, and stakes a part of them if wished.
 * @throws DatawellError NotClaimable, NothingToClaim, NotProvider, UnknownContribution, OutOfRange
 */
export const claim = (client: Datawell, { pool, contentTags, toStake = 0n }: ClaimParams): PoolEvent<"Claim"> =>
  act(client, poolAt(pool), { call: "claim", args: [contentTags, toStake], event: "Claim" });
