import type { Datawell } from "../../chain/datawell.ts";
import { readEvents } from "../../events/readEvents.ts";

export interface JobsParams {
  readonly consumer?: string; // only this one's
  readonly pool?: string; // only this pool's
  readonly fromBlock?: number; // by default the block of the deployment
}

/** Jobs ever opened, oldest first: `jobId`, `job`, `basePaid`, `epsilonSpent`. */
export const jobs = (client: Datawell, { consumer, pool, fromBlock }: JobsParams = {}) =>
  readEvents(client, {
    at: client.billing,
    event: "OpenJob",
    indexed: [null, consumer ?? null, pool ?? null],
    fromBlock,
  });
