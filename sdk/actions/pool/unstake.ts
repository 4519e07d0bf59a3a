import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Starts unbonding stake (reward-token wei); a new call restarts the clock for all of it.
 * @throws DatawellError InsufficientStake, StakeLocked, ZeroAmount
 */
export const unstake = (
  client: Datawell,
  { pool, amount }: { readonly pool: string; readonly amount: bigint },
): PoolEvent<"Unstake"> => act(client, poolAt(pool), { call: "unstake", args: [amount], event: "Unstake" });
