import type { Datawell } from "#sdk/chain/datawell.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import type { Job } from "#sdk/types/Job.ts";
import { badInput } from "../input/badInput.ts";
import { bytes32 } from "../input/bytes32.ts";

/** The terms of a job by its id: the chain keeps the hash, the event the terms. */
export async function jobOf(client: Datawell, id: string): Promise<Job> {
  const [found] = await readEvents(client, { at: client.billing, event: "OpenJob", indexed: [bytes32(id, "job")] });
  if (found === undefined) throw badInput(`There is no job ${id}`, "See `npx hardhat compute show`");
  return found.job;
}
