import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker ends contributions and sales and gets back what is neither earned nor pending; may be repeated.
 * @throws DatawellError NotMaker, CloseNotDue
 */
export const close = (client: Datawell, { pool }: { readonly pool: string }): PoolEvent<"Close"> =>
  act(client, poolAt(pool), { call: "close", args: [], event: "Close" });
