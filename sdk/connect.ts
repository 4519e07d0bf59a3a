import {
  AlitaAbi,
  AttesterRegistryAbi,
  BulletinBoardAbi,
  ComputeBillingAbi,
  DatasetFactoryAbi,
  RouterAbi,
} from "./abis.ts";
import type { Runner } from "./chain/ChainReader.ts";
import type { Datawell } from "./chain/datawell.ts";

type Deployed = "Alita" | "AttesterRegistry" | "DatasetFactory" | "ComputeBilling" | "Router" | "BulletinBoard";

/** What of `deployments/<chainId>.json` this SDK reads. */
export interface DeploymentFile {
  readonly chainId: number | bigint;
  readonly contracts: Readonly<Record<Deployed, { readonly address: string; readonly block: number }>>;
}

/**
 * Binds a deployment to whoever reads it or acts in it.
 * @param runner an ethers Provider to read only, a Signer with a provider to act
 */
export function connect({ chainId, contracts }: DeploymentFile, runner: Runner): Datawell {
  const address = (name: Deployed) => contracts[name].address;
  return {
    chainId: BigInt(chainId),
    runner,
    birth: contracts.DatasetFactory.block,
    alita: { address: address("Alita"), abi: AlitaAbi },
    registry: { address: address("AttesterRegistry"), abi: AttesterRegistryAbi },
    factory: { address: address("DatasetFactory"), abi: DatasetFactoryAbi },
    billing: { address: address("ComputeBilling"), abi: ComputeBillingAbi },
    router: { address: address("Router"), abi: RouterAbi },
    board: { address: address("BulletinBoard"), abi: BulletinBoardAbi },
  };
}
