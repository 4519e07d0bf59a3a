/** Something that is begun again and again, whether or not it has ended that was begun before. */
export interface Loop {
  readonly start: () => void;
  /** Returns when all that was begun has ended. */
  readonly stop: () => Promise<void>;
}

/** @param turn never fails, and leaves alone what an earlier one still has in hand */
export function createLoop(turn: () => Promise<void>, pauseMs: number): Loop {
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async (signal: AbortSignal): Promise<void> => {
    const going = new Set<Promise<void>>();
    while (!signal.aborted) {
      const one = turn().finally(() => going.delete(one));
      going.add(one);
      await Promise.race([one, pause(pauseMs, signal)]); // a busy machine gets its pauses all the same
      await pause(pauseMs, signal);
    }
    await Promise.all(going);
  };
  return {
    start: () => {
      if (stopping !== undefined) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    stop: async () => {
      stopping?.abort();
      stopping = undefined;
      await running;
    },
  };
}

/** Ends early when the signal comes. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", end);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", end, { once: true });
  });
}
