import { Interface } from "ethers";
import { DatasetFactoryAbi } from "#sdk/abis.ts";
import type { Descriptor } from "../generate/descriptors/descriptors.ts";
import type { AppDeployment } from "./appDeployment.ts";

/** Contracts that every dataset has of its own: wallets know them by the event of their birth. */
const OF_A_DATASET = new Set(["DataPool", "DataToken", "Pair"]);

/** The contract whose address stands in the domain of messages, where it is one and the same for all. */
const VERIFIER: Readonly<Record<string, string>> = {
  "eip712-Permit": "Alita",
  "eip712-ComputeBilling": "ComputeBilling",
};

/** A descriptor for the contracts of one deployment: before, it is true of none. */
export function bindDescriptor(name: string, { context, metadata, ...rest }: Descriptor, deployment: AppDeployment) {
  const { chainId, contracts } = deployment;
  const at = (contract: string) => ({ chainId, address: contracts[contract]?.address });
  return {
    ...rest,
    context: { ...context, ...binding() },
    metadata: { ...metadata, ...(metadata.constants !== undefined && { constants: { alita: at("Alita").address } }) },
  };

  function binding(): object {
    if ("eip712" in context) {
      const { domain } = context.eip712 as { readonly domain: object };
      const verifier = VERIFIER[name];
      if (verifier !== undefined) return { eip712: { domain, deployments: [at(verifier)] } };
      return { eip712: { domain: { ...domain, chainId } } };
    }
    const contract = name.replace("calldata-", "");
    if (!OF_A_DATASET.has(contract)) return { contract: { deployments: [at(contract)] } };
    const deployEvent = new Interface(DatasetFactoryAbi).getEvent("CreateDataset")?.format("sighash");
    return { contract: { factory: { deployments: [at("DatasetFactory")], deployEvent } } };
  }
}
