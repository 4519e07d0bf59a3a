import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Withdraws consent: later jobs cannot use the contribution, and a reward still under challenge is given up.
 * @throws DatawellError NotProvider, AlreadyRevoked, UnknownContribution
 */
export const revoke = (
  client: Datawell,
  { pool, contentTag }: { readonly pool: string; readonly contentTag: string },
): PoolEvent<"Revoke"> => act(client, poolAt(pool), { call: "revoke", args: [contentTag], event: "Revoke" });
