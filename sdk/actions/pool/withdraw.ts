import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Takes the stake that has unbonded.
 * @throws DatawellError StillUnbonding, ZeroAmount
 */
export const withdraw = (client: Datawell, { pool }: { readonly pool: string }): PoolEvent<"Withdraw"> =>
  act(client, poolAt(pool), { call: "withdraw", args: [], event: "Withdraw" });
