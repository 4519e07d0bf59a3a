import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker adds reward-token wei to the allocation; a permit in front.
 * @throws DatawellError NotMaker, CloseAnnounced, ZeroAmount, ERC20InsufficientBalance
 */
export async function topUp(
  client: Datawell,
  { pool, amount }: { readonly pool: string; readonly amount: bigint },
): PoolEvent<"TopUp"> {
  const at = poolAt(pool);
  const token = await read(client, at, "rewardToken", []);
  return act(client, at, { call: "topUp", args: [amount], event: "TopUp", takings: [{ token, amount: amount }] });
}
