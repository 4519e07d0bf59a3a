import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { InterfaceAbi } from "ethers";
import type { Deployment } from "./index.ts";
import { type ContractName, CONTRACT_NAMES } from "./plan.ts";

interface DeployedContract {
  readonly address: string;
  readonly block: number;
  readonly codeHash: string;
  readonly abi: InterfaceAbi;
}

/** What app, SDK and services read of a deployment: `deployments/<chainId>.json`. */
export interface DeploymentFile {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly contracts: Readonly<Record<ContractName, DeployedContract>>;
}

export const deploymentPath = (chainId: bigint | number): string =>
  fileURLToPath(new URL(`../deployments/${chainId}.json`, import.meta.url));

export function toDeploymentFile(deployment: Deployment, rpcUrl: string): DeploymentFile {
  const { addresses, blocks, codeHashes, abis } = deployment;
  const contracts = CONTRACT_NAMES.map((name) => [
    name,
    { address: addresses[name], block: blocks[name], codeHash: codeHashes[name], abi: abis[name] },
  ]);
  return { chainId: Number(deployment.chainId), rpcUrl, contracts: Object.fromEntries(contracts) };
}

/** @returns The path written to. */
export function writeDeployment(
  deployment: Deployment,
  rpcUrl: string,
  path = deploymentPath(deployment.chainId),
): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(toDeploymentFile(deployment, rpcUrl), null, 2)}\n`);
  return path;
}

export const readDeployment = (chainId: bigint | number): DeploymentFile =>
  JSON.parse(readFileSync(deploymentPath(chainId), "utf8")) as DeploymentFile;
