/** Something that is done again and again, with a pause between. */
export interface Loop {
  readonly start: () => void;
  /** Returns when the turn under way is over. */
  readonly stop: () => Promise<void>;
}

/** @param turn never fails */
export function createLoop(turn: () => Promise<void>, pauseMs: number): Loop {
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await turn();
      await pause(pauseMs, signal);
    }
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
