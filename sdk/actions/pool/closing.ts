import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { readEvents } from "../../events/readEvents.ts";
import type { Dataset } from "../../types/Dataset.ts";

/** How far a pool's maker is with closing it. */
export interface Closing {
  readonly closingAt?: bigint; // unix seconds from which it may; absent: nothing was announced
  readonly isClosed: boolean;
}

/** Whether a pool's end was announced, and whether it has come. */
export async function closing(client: Datawell, { pool }: Pick<Dataset, "pool">): Promise<Closing> {
  const at = poolAt(pool);
  const [announced, closed] = await Promise.all([
    readEvents(client, { at, event: "AnnounceClose" }),
    readEvents(client, { at, event: "Close" }),
  ]);
  const [first] = announced; // there is never another
  return { ...(first && { closingAt: first.closingAt }), isClosed: closed.length > 0 };
}
