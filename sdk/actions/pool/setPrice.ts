import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker sets the price of a licence period (ALITA wei); sold licences are untouched.
 * @throws DatawellError NotMaker
 */
export const setPrice = (
  client: Datawell,
  { pool, price }: { readonly pool: string; readonly price: bigint },
): PoolEvent<"SetPrice"> => act(client, poolAt(pool), { call: "setPrice", args: [price], event: "SetPrice" });
