import { existsSync } from "node:fs";
import { tasks } from "hardhat";

const COMPILED = new URL("../../artifacts/contracts/DatasetFactory.sol/DatasetFactory.json", import.meta.url);

/** Compiles what has changed since the last time: all contracts of a fresh clone, usually nothing. */
export async function build(): Promise<void> {
  if (!existsSync(COMPILED)) console.log("Compiling the contracts, once, about a minute ...");
  await tasks.getTask("build").run({ quiet: true, noTests: true });
}
