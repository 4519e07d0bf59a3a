import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker of a pool without staking spreads unearned escrow (reward-token wei) over all live contributions by units.
 * @throws DatawellError NotMaker, StakingMode, InsufficientEscrow, NoUnits
 */
export const reallocate = (
  client: Datawell,
  { pool, amount }: { readonly pool: string; readonly amount: bigint },
): PoolEvent<"Reallocate"> => act(client, poolAt(pool), { call: "reallocate", args: [amount], event: "Reallocate" });
