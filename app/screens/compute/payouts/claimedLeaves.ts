import type { Datawell } from "#sdk/chain/datawell.ts";
import { readEvents } from "#sdk/events/readEvents.ts";

/** Leaves of a job that a provider was paid for. */
export async function claimedLeaves(client: Datawell, jobId: string, provider: string): Promise<ReadonlySet<number>> {
  const claims = await readEvents(client, { at: client.billing, event: "Claim", indexed: [jobId, provider] });
  return new Set(claims.map(({ index }) => Number(index)));
}
