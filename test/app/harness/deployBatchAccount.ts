import { readFileSync } from "node:fs";
import { ContractFactory, type Signer } from "ethers";
import type { Person } from "./market/deployHere.ts";

const ARTIFACT = new URL("../../../artifacts/test/mocks/BatchAccount.sol/BatchAccount.json", import.meta.url);

/** The code by which an account does several calls at once (EIP-7702); its address. */
export async function deployBatchAccount({ runner }: Person): Promise<string> {
  const { abi, bytecode } = JSON.parse(readFileSync(ARTIFACT, "utf8")) as { abi: []; bytecode: string };
  const deployed = await new ContractFactory(abi, bytecode, runner as unknown as Signer).deploy();
  return (await deployed.waitForDeployment()).getAddress();
}
