import { setTimeout as sleep } from "node:timers/promises";
import { advance, type Step } from "./advance.ts";
import type { Followed } from "./Followed.ts";

export interface FollowerOptions {
  /** Milliseconds between two looks at a chain that has nothing new. */
  readonly interval?: number;
  /** Milliseconds to wait after the first failure; doubled with each further one. */
  readonly backOff?: number;
  readonly longestBackOff?: number;
  /** Told of each failure, and how many there were in a row. */
  readonly onFailure?: (error: unknown, failures: number) => void;
  /** Told of each step that went through. */
  readonly onStep?: (step: Step) => void;
}

export interface Follower {
  readonly start: () => void;
  /** Returns when the step under way is over. */
  readonly stop: () => Promise<void>;
  /** Follows until there is nothing new, failing as a step fails. */
  readonly catchUp: () => Promise<void>;
}

/** Follows a chain for as long as it runs, whatever its node does: a step that failed is tried again later. */
export function createFollower(followed: Followed, options: FollowerOptions = {}): Follower {
  const { interval = 1_000, backOff = 250, longestBackOff = 30_000, onFailure, onStep } = options;
  let ending = new AbortController();
  let running: Promise<void> | undefined;

  async function run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const step = await advance(followed).catch((error: unknown) => {
        onFailure?.(error, ++failures);
      });
      if (step !== undefined) {
        failures = 0;
        onStep?.(step);
      }
      if (step === undefined) await pause(Math.min(backOff * 2 ** (failures - 1), longestBackOff), signal);
      else if (step === "idle") await pause(interval, signal);
    }
  }

  return {
    start: () => {
      if (running !== undefined) return;
      ending = new AbortController();
      running = run(ending.signal);
    },
    stop: async () => {
      ending.abort();
      await running;
      running = undefined;
    },
    catchUp: async () => {
      while ((await advance(followed)) !== "idle");
    },
  };
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal, ref: true }).catch(() => undefined);
