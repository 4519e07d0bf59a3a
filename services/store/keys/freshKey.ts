import { sha256 } from "ethers";
import { generateDeviceKeys } from "#sdk/store/hpke.ts";
import type { StoreKey } from "./keyFile.ts";

/** A new key of a store; its id follows from its public key. */
export async function freshKey(createdAt: number): Promise<StoreKey> {
  const { publicKey, privateKey } = await generateDeviceKeys();
  return { id: sha256(publicKey).slice(2, 18), publicKey, privateKey, createdAt };
}
