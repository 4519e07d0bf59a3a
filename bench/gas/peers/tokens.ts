import { type Contract, MaxUint256, type Signer } from "ethers";
import { artifact } from "#deploy/artifact.ts";
import { create, send } from "./contract.ts";

/** A plain OpenZeppelin ERC-20 for peers to handle, all of it the signer's. */
export const plainToken = async (by: Signer): Promise<Contract> => create(by, artifact("Alita"), await by.getAddress());

/** Allows without an end, as everybody has done who is measured. */
export async function allow(token: Contract, spenders: readonly string[]): Promise<void> {
  for (const spender of spenders) await send(token, "approve", spender, MaxUint256);
}
