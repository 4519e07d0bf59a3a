import { AbiCoder, concat, id, isCallException, type Provider, recoverAddress } from "ethers";

export interface Signed {
  readonly account: string; // checksummed
  readonly digest: string;
  readonly signature: string;
}

const MAGIC = id("isValidSignature(bytes32,bytes)").slice(0, 10); // both the function and its "yes"

/**
 * Whether an account signed a digest: with its key, or as a contract by its own word (ERC-1271). The key is asked
 * first, as the contracts do it.
 * @throws what the provider throws: then nothing is known
 */
export async function isSignedBy(
  provider: Pick<Provider, "getCode" | "call">,
  { account, digest, signature }: Signed,
): Promise<boolean> {
  if (recovered(digest, signature) === account) return true;
  if ((await provider.getCode(account)) === "0x") return false;
  const args = AbiCoder.defaultAbiCoder().encode(["bytes32", "bytes"], [digest, signature]);
  try {
    const said = await provider.call({ to: account, data: concat([MAGIC, args]) });
    return said === MAGIC.padEnd(66, "0");
  } catch (error) {
    if (isCallException(error)) return false; // the wallet reverted
    throw error;
  }
}

function recovered(digest: string, signature: string): string | undefined {
  try {
    return recoverAddress(digest, signature);
  } catch {
    return undefined; // not of a key; a wallet may take other signatures
  }
}
