import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker announces closing, possible three days later.
 * @throws DatawellError NotMaker, CloseAnnounced
 */
export const announceClose = (client: Datawell, { pool }: { readonly pool: string }): PoolEvent<"AnnounceClose"> =>
  act(client, poolAt(pool), { call: "announceClose", args: [], event: "AnnounceClose" });
