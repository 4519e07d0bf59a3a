import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encodeParameter, type ParameterChange } from "./encodeParameter.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker of a pool without staking changes a term for the future; the event tells from when the change is in force.
 * @throws DatawellError NotMaker, StakingMode, OutOfRange
 */
export function setParameter(
  client: Datawell,
  { pool, change }: { readonly pool: string; readonly change: ParameterChange },
): PoolEvent<"SetParameter"> {
  const { parameter, data } = encodeParameter(change);
  return act(client, poolAt(pool), { call: "setParameter", args: [parameter, data], event: "SetParameter" });
}
