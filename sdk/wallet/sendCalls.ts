import { toQuantity } from "ethers";
import type { Call } from "../chain/Batch.ts";
import type { CanBatchParams } from "./canBatch.ts";
import type { Requesting } from "./Requesting.ts";

export interface SendCallsParams extends CanBatchParams {
  readonly calls: readonly Call[];
}

/** Has a wallet send calls, all or none (EIP-5792), and answers by what name it knows the batch. */
export async function sendCalls(wallet: Requesting, { account, chainId, calls }: SendCallsParams): Promise<string> {
  const params = {
    version: "2.0.0",
    from: account,
    chainId: toQuantity(chainId),
    atomicRequired: true,
    calls: calls.map(({ to, data, value = 0n }) => ({ to, data, value: toQuantity(value) })),
  };
  const { id } = (await wallet.request({ method: "wallet_sendCalls", params: [params] })) as { readonly id: string };
  return id;
}
