import type { Provider, Signer, TransactionReceipt, TransactionRequest } from "ethers";
import { InsufficientFunds } from "./errors.ts";

/** Sends a transaction and waits for its block, or says before sending how much its account lacks. */
export async function send(signer: Signer, request: TransactionRequest): Promise<TransactionReceipt> {
  const provider = providerOf(signer);
  const account = await signer.getAddress();
  const [gasLimit, fees, have] = await Promise.all([
    provider.estimateGas({ ...request, from: account }),
    provider.getFeeData(),
    provider.getBalance(account),
  ]);
  const need = gasLimit * (fees.maxFeePerGas ?? fees.gasPrice ?? 0n) + BigInt(request.value ?? 0);
  if (have < need) throw new InsufficientFunds(account, have, need);

  const response = await signer.sendTransaction({ ...request, gasLimit });
  const receipt = await response.wait();
  if (receipt === null) throw new Error(`Transaction ${response.hash} was not mined`);
  return receipt;
}

export function providerOf(signer: Signer): Provider {
  if (signer.provider === null) throw new Error("The signer is not connected to a chain");
  return signer.provider;
}
