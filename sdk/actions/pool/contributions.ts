import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { readEvents } from "../../events/readEvents.ts";

export interface ContributionsParams {
  readonly pool: string;
  readonly provider?: string; // only this one's
  readonly fromBlock?: number; // by default the block of the deployment
}

/** The contributions that a pool accepted, oldest first: `contribution`, `quality`, `novelty`, `reward`, `number`. */
export const contributions = (client: Datawell, { pool, provider, fromBlock }: ContributionsParams) =>
  readEvents(client, { at: poolAt(pool), event: "Contribute", indexed: [null, provider ?? null], fromBlock });
