import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Takes the user's share of licence revenue (ALITA wei).
 * @throws DatawellError NothingToClaim
 */
export const claimRevenue = (client: Datawell, { pool }: { readonly pool: string }): PoolEvent<"ClaimRevenue"> =>
  act(client, poolAt(pool), { call: "claimRevenue", args: [], event: "ClaimRevenue" });
