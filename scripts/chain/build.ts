import { tasks } from "hardhat";

const PATIENCE = 2_000; // milliseconds

/** Compiles what has changed since the last time: all contracts of a fresh clone, usually nothing. */
export async function build(): Promise<void> {
  const notice = setTimeout(() => console.log("Compiling the contracts, about a minute ..."), PATIENCE);
  await tasks.getTask("build").run({ quiet: true, noTests: true });
  clearTimeout(notice);
}
