import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const WATCH = 500; // milliseconds

/** Ends this process on every usual signal, and when whoever started it is gone: a killed npm tells nobody. */
export function endWithStarters(): void {
  for (const signal of SIGNALS) process.on(signal, () => process.exit(0));
  const all = starters();
  setInterval(() => {
    if (!all.every(isAlive)) process.exit(0);
  }, WATCH).unref();
}

/** The processes between the user's shell and this one: tsx, and under npm also npm's shell and npm itself. */
function starters(): readonly number[] {
  const levels = process.env.npm_lifecycle_event === undefined ? 1 : 3;
  const found = [process.ppid];
  while (found.length < levels) found.push(parentOf(found.at(-1) ?? 0));
  return found.filter((pid) => pid > 1);
}

/** 0 where the system does not tell. */
function parentOf(pid: number): number {
  if (pid <= 1) return 0;
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
    return Number(stdout ?? 0);
  }
  // "pid (name) state parent ...", and a name may hold anything
  const [, parent] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return Number(parent);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // alive, somebody else's
  }
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
