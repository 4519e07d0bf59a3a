import { readFileSync, rmSync } from "node:fs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const WATCH = 1_000; // milliseconds

/** Ends this process on every usual signal, and when whoever started it is gone: a closed terminal, a killed npm. */
export function endWithStarter(): void {
  for (const signal of SIGNALS) process.on(signal, () => process.exit(0));
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) process.exit(0);
  }, WATCH).unref();
}

/** Removes a file when this process ends, unless somebody else has written it anew meanwhile. */
export function removeAtExit(path: string): void {
  const own = readFileSync(path, "utf8");
  process.on("exit", () => {
    try {
      if (readFileSync(path, "utf8") === own) rmSync(path);
    } catch {
      // it is gone already
    }
  });
}
