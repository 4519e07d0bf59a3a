import { toQuantity } from "ethers";
import type { Requesting } from "./Requesting.ts";

export interface CanBatchParams {
  readonly account: string;
  readonly chainId: bigint;
}

/**
 * Whether a wallet sends calls of this account as one transaction (EIP-5792 `atomic: supported`). "ready" does not count:
 * such a wallet would first ask to turn the account into another kind, which nobody needs who can sign a permit.
 */
export async function canBatch(wallet: Requesting, { account, chainId }: CanBatchParams): Promise<boolean> {
  const chain = toQuantity(chainId);
  try {
    const answer = await wallet.request({ method: "wallet_getCapabilities", params: [account, [chain]] });
    const found = (answer ?? {}) as Readonly<Record<string, { readonly atomic?: { readonly status?: unknown } }>>;
    const { atomic } = { ...found["0x0"], ...found[chain] }; // 0x0: on every chain
    return atomic?.status === "supported";
  } catch {
    return false; // it knows nothing of capabilities
  }
}
