import { createRequire } from "node:module";
import { type BaseContract, type Contract, ContractFactory, type InterfaceAbi, type Signer } from "ethers";
import { type Done, gasOf } from "../Operation.ts";

/** A contract ready to be put on a chain. */
export interface Code {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

const require = createRequire(import.meta.url);
const GAS_LIMIT = 16_000_000; // what a transaction may have (EIP-7825), so that nothing is estimated

/** What a package ships, in waffle's, Hardhat's or Foundry's form. */
export function codeIn(path: string): Code {
  const { abi, bytecode, evm } = require(path) as {
    readonly abi: InterfaceAbi;
    readonly bytecode?: string | { readonly object: string };
    readonly evm?: { readonly bytecode: { readonly object: string } };
  };
  const code = typeof bytecode === "object" ? bytecode.object : (bytecode ?? evm?.bytecode.object ?? "");
  return { abi, bytecode: code.startsWith("0x") ? code : `0x${code}` };
}

/** Puts a contract on the chain. */
export async function create(by: Signer, { abi, bytecode }: Code, ...args: readonly unknown[]): Promise<Contract> {
  const made = await new ContractFactory(abi, bytecode, by).deploy(...args, { gasLimit: GAS_LIMIT });
  await made.waitForDeployment();
  return made as Contract;
}

/** What it cost to put a contract there. */
export async function creationGas(contract: BaseContract): Promise<number> {
  const receipt = await contract.deploymentTransaction()?.wait();
  if (!receipt) throw new Error("The contract was not created here");
  return gasOf({ receipt });
}

/** Sends one call and waits for its block. */
export async function send(contract: BaseContract, name: string, ...args: readonly unknown[]): Promise<Done> {
  const response = await contract.getFunction(name).send(...args, { gasLimit: GAS_LIMIT });
  const receipt = await response.wait();
  if (receipt?.status !== 1) throw new Error(`${name} failed`);
  return { receipt };
}

/** The address of a contract. */
export const at = (contract: BaseContract): string => contract.target as string;
