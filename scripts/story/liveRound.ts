import { setTimeout as pause } from "node:timers/promises";
import type { ConsumerApi } from "#sdk/coordinator/index.ts";
import { CoordinatorError } from "#sdk/rounds/CoordinatorError.ts";
import type { Offer } from "#sdk/rounds/answers.ts";
import type { Network } from "./Network.ts";

const DEAD = 3; // devices
const PATIENCE = 400; // turns of everybody
const PAUSE_MS = 250;
const STAGE_SECONDS = 61; // longer than any stage of a local round

export interface LiveRoundParams {
  readonly consumer: ConsumerApi;
  readonly jobId: string;
  readonly network: Network;
}

/**
 * Plays a round to its result: everybody has a turn again and again. Once all have shared their secrets a few devices
 * die. When nothing moves any more, the time of the stage passes.
 */
export async function liveRound({ consumer, jobId, network }: LiveRoundParams) {
  const { coordinator, devices, skip, resync, liar } = network;
  for (let turn = 0, before = ""; turn < PATIENCE; turn++) {
    const { stage, why } = await consumer.progress(jobId);
    if (stage === "failed") throw new Error(`The round failed: ${why ?? "nobody knows why"}`);
    const alive = stage === "enrolling" || stage === "sharing" ? devices : devices.slice(DEAD);
    await Promise.all(alive.map((device) => device.turn()));
    if (stage === "masking" && before === stage) skip(STAGE_SECONDS);
    await coordinator.tick();
    resync(); // or it would find Carl's signatures outdated
    const offer = await offerIn(consumer, jobId);
    if (offer !== undefined) return { dead: DEAD, liar, offer };
    if (before === stage) await pause(PAUSE_MS); // devices that met a fault wait before they try again
    before = stage;
  }
  throw new Error("The round does not end");
}

/** The result, or undefined while there is none. */
async function offerIn(consumer: ConsumerApi, jobId: string): Promise<Offer | undefined> {
  try {
    return await consumer.offer(jobId);
  } catch (error) {
    if (error instanceof CoordinatorError && error.status === 404) return undefined;
    throw error;
  }
}
