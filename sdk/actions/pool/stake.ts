import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * Stakes reward-token wei from the wallet, at most what the user earned here; a permit in front.
 * @throws DatawellError StakeAboveEarned, StakingMode, ZeroAmount, ERC20InsufficientBalance
 */
export async function stake(
  client: Datawell,
  { pool, amount }: { readonly pool: string; readonly amount: bigint },
): PoolEvent<"Stake"> {
  const at = poolAt(pool);
  const token = await read(client, at, "rewardToken", []);
  return act(client, at, { call: "stake", args: [amount], event: "Stake", takings: [{ token, amount: amount }] });
}
