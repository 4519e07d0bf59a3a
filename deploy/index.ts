import { Interface, type InterfaceAbi, concat, keccak256, type Signer } from "ethers";
import { artifact } from "./artifact.ts";
import { birthBlock } from "./birthBlock.ts";
import { DEFAULTS, type DeployConfig } from "./config.ts";
import { addressOf, create2, installFactory } from "./create2.ts";
import { NothingDeployed, WrongChain } from "./errors.ts";
import { type Addresses, type ContractName, PLAN } from "./plan.ts";
import { providerOf } from "./send.ts";

export type { DeployConfig } from "./config.ts";
export type { Addresses, ContractName } from "./plan.ts";

type PerContract<T> = Readonly<Record<ContractName, T>>;

export interface Deployment {
  readonly chainId: bigint;
  readonly addresses: Addresses;
  readonly abis: PerContract<InterfaceAbi>;
  /** Block of each contract's creation: where to begin reading its events. */
  readonly blocks: PerContract<number>;
  readonly codeHashes: PerContract<string>;
}

/**
 * Brings the whole system to life on the signer's chain, at addresses that follow from the code and the configuration
 * alone. What is there already is left as it is: a second run sends nothing, an interrupted one goes on.
 */
export async function deploy(signer: Signer, config: Partial<DeployConfig> = {}): Promise<Deployment> {
  const full: DeployConfig = { ...DEFAULTS, holder: await signer.getAddress(), ...config };
  const chainId = await checkChain(signer, full);
  await installFactory(signer);

  const addresses = {} as Record<ContractName, string>;
  const abis = {} as Record<ContractName, InterfaceAbi>;
  const blocks = {} as Record<ContractName, number>;
  const codeHashes = {} as Record<ContractName, string>;
  for (const { name, args } of PLAN) {
    const { abi, bytecode } = artifact(name);
    const initCode = concat([bytecode, new Interface(abi).encodeDeploy(args(full, addresses))]);
    const isGiven = name === "Alita" && full.base !== undefined;
    const address = isGiven ? full.base : addressOf(initCode);
    const created = isGiven ? undefined : await create2(signer, initCode, name);
    abis[name] = abi;
    addresses[name] = address;
    codeHashes[name] = await codeHash(signer, name, address);
    blocks[name] = created ?? (await birthBlock(providerOf(signer), address));
  }
  return { chainId, addresses, abis, blocks, codeHashes };
}

async function checkChain(signer: Signer, { chainId: expected }: DeployConfig): Promise<bigint> {
  const { chainId } = await providerOf(signer).getNetwork();
  if (expected !== undefined && expected !== chainId) throw new WrongChain(expected, chainId);
  return chainId;
}

async function codeHash(signer: Signer, name: ContractName, address: string): Promise<string> {
  const code = await providerOf(signer).getCode(address);
  if (code === "0x") throw new NothingDeployed(name, address);
  return keccak256(code);
}
