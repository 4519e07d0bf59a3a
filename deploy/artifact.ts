import { readFileSync } from "node:fs";
import type { InterfaceAbi } from "ethers";

export interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

/** What `hardhat build` made of a contract. */
export function artifact(name: string): Artifact {
  const file = new URL(`../artifacts/contracts/${name}.sol/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Artifact;
}
