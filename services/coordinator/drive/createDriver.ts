import type { Log } from "../../shared/log/createLog.ts";
import type { Context } from "../api/Context.ts";
import { advance } from "./advance.ts";

export interface DriverOptions {
  readonly context: Context;
  /** A name that no other process on the same database has. */
  readonly holder: string;
  readonly log: Log;
  /** Milliseconds between two looks at all rounds. */
  readonly intervalMs: number;
  /** Seconds that a round is kept from other processes, should this one die. */
  readonly holdSeconds: number;
}

export interface Driver {
  /** Takes every open round as far as it can go now. */
  readonly tick: () => Promise<void>;
  readonly start: () => void;
  /** Returns when the look at hand is over. */
  readonly stop: () => Promise<void>;
}

const RENEWALS = 4; // of a hold, before it would be over
const STEPS = 8; // of one round in one look

/** Drives rounds on. Of several processes on one database each takes the rounds that no other holds. */
export function createDriver({ context, holder, log, intervalMs, holdSeconds }: DriverOptions): Driver {
  const { rounds } = context.store;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = true;

  const hold = (jobId: string) => rounds.hold(jobId, holder, context.now(), holdSeconds);
  const delayed = (jobId: string) => (cause: unknown) => log.warn("round delayed", { jobId, cause });
  const drive = async (jobId: string): Promise<void> => {
    if (!(await hold(jobId))) return;
    const renewal = setInterval(() => hold(jobId).catch(delayed(jobId)), (holdSeconds * 1_000) / RENEWALS);
    await takeSteps(jobId).catch(delayed(jobId));
    clearInterval(renewal);
    await rounds.release(jobId, holder);
  };
  const takeSteps = async (jobId: string): Promise<void> => {
    let before = "";
    for (let step = 0; step < STEPS; step++) {
      const round = await rounds.find(jobId);
      if (round === undefined) return;
      const { stage, endsAt, rosterBlock, why } = round;
      const now = JSON.stringify([stage, endsAt, rosterBlock]);
      if (now === before) return;
      if (step > 0) log.info("round", { jobId, stage, ...(why === undefined ? {} : { why }) });
      before = now;
      await advance(context, round);
    }
  };
  const tick = async (): Promise<void> => {
    for (const jobId of await rounds.open()) await drive(jobId);
  };
  const look = async (): Promise<void> => {
    try {
      await tick();
    } catch (cause) {
      log.warn("rounds delayed", { cause });
    }
    if (!stopped) timer = setTimeout(loop, intervalMs);
  };
  const loop = (): void => {
    running = look();
  };
  return {
    tick,
    start: () => {
      if (!stopped) return;
      stopped = false;
      loop();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
