import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Settles a contribution's part of past re-allocations, so that what exceeds its provider's cap is free again; anyone
 * may, where there is something to settle.
 * @throws DatawellError UnknownContribution, MissingEvent (there was nothing to settle)
 */
export const settleReallocation = (
  client: Datawell,
  { pool, contentTag }: { readonly pool: string; readonly contentTag: string },
): PoolEvent<"SettleReallocation"> =>
  act(client, poolAt(pool), { call: "settleReallocation", args: [contentTag], event: "SettleReallocation" });
