import { AbiCoder, concat, id, isCallException, recoverAddress } from "ethers";
import type { ChainReader } from "../chain/ChainReader.ts";

export interface Signed {
  readonly account: string; // checksummed
  readonly digest: string;
  readonly signature: string;
}

const MAGIC = id("isValidSignature(bytes32,bytes)").slice(0, 10); // both the function and its "yes"
const GAS = 5_000_000n; // what a wallet may take to answer: a passkey in Solidity takes a tenth of it

/**
 * Whether an account signed a digest: with its key, or as a contract by its own word (ERC-1271). The key is asked
 * first, as the contracts do it.
 * @throws what the provider throws: then nothing is known
 */
export async function isSignedBy(
  provider: Pick<ChainReader, "getCode" | "call">,
  { account, digest, signature }: Signed,
): Promise<boolean> {
  if (isSignedByKey({ account, digest, signature })) return true;
  if ((await provider.getCode(account)) === "0x") return false;
  const args = AbiCoder.defaultAbiCoder().encode(["bytes32", "bytes"], [digest, signature]);
  try {
    const said = await provider.call({ to: account, data: concat([MAGIC, args]), gasLimit: GAS });
    return said === MAGIC.padEnd(66, "0");
  } catch (error) {
    if (hasReverted(error)) return false;
    throw error;
  }
}

/** Tells a wallet that reverted from a node that fails: ethers makes a CallException of either. */
function hasReverted(error: unknown): boolean {
  if (!isCallException(error)) return false;
  const said = error.info as { readonly error?: { readonly message?: unknown } } | undefined;
  return error.data !== null || /revert|out of gas|invalid opcode/i.test(String(said?.error?.message));
}

/** Whether an account signed a digest with its key. No chain is asked. */
export function isSignedByKey({ account, digest, signature }: Signed): boolean {
  try {
    return recoverAddress(digest, signature) === account;
  } catch {
    return false; // not of a key; a wallet may take other signatures
  }
}
