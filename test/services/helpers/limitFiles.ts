import { execFileSync, spawnSync } from "node:child_process";

/** Whether this machine can limit its files: Linux can. */
export const canLimitFiles = (): boolean => spawnSync("prlimit", ["--version"]).status === 0;

/**
 * Has the kernel refuse, while `work` runs, every write of this process to a file beyond so many bytes (RLIMIT_FSIZE):
 * a disk that is full for all files, and full for nobody else.
 */
export async function limitFiles<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  const before = prlimit("--fsize", "--raw", "--noheadings", "--output=SOFT").trim();
  prlimit(`--fsize=${bytes}:`); // the soft limit alone, which its owner may raise again
  try {
    return await work();
  } finally {
    prlimit(`--fsize=${before}:`);
  }
}

const prlimit = (...args: readonly string[]): string =>
  execFileSync("prlimit", [`--pid=${process.pid}`, ...args], { encoding: "utf8" });
