import type { Verdict } from "./Mutant.ts";

const INTERVAL = 10_000; // milliseconds between two lines

export interface Progress {
  step(verdict: Verdict): void;
}

/** Tells on stderr now and then how far `total` steps have come and when they will be done. */
export function progressOf(total: number, now: () => number = Date.now, say = console.error): Progress {
  const started = now();
  let told = started;
  let done = 0;
  let killed = 0;
  return {
    step({ fate }) {
      done++;
      if (fate === "killed") killed++;
      if (now() - told < INTERVAL && done < total) return;
      told = now();
      const each = (told - started) / done;
      const left = Math.ceil((each * (total - done)) / 60_000);
      say(`${done} of ${total} mutants, ${killed} killed, ${(each / 1000).toFixed(2)} s each, ${left} min left`);
    },
  };
}
