import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker puts licences and jobs on sale or takes them off; sold licences are untouched.
 * @throws DatawellError NotMaker
 */
export const setListed = (
  client: Datawell,
  { pool, listed }: { readonly pool: string; readonly listed: boolean },
): PoolEvent<"SetListed"> => act(client, poolAt(pool), { call: "setListed", args: [listed], event: "SetListed" });
