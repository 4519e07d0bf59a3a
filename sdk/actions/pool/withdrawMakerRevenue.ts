import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Takes the maker's part of licence revenue (ALITA wei) to the maker; anyone may.
 * @throws DatawellError NothingToClaim
 */
export const withdrawMakerRevenue = (
  client: Datawell,
  { pool }: { readonly pool: string },
): PoolEvent<"WithdrawMakerRevenue"> =>
  act(client, poolAt(pool), { call: "withdrawMakerRevenue", args: [], event: "WithdrawMakerRevenue" });
