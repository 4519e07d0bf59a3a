import {
  isError,
  type Signer,
  type TransactionReceipt,
  type TransactionRequest,
  type TransactionResponse,
} from "ethers";
import { DatawellError } from "../errors/DatawellError.ts";
import { decodeError } from "../errors/decodeError.ts";
import type { Datawell } from "./datawell.ts";
import { joined } from "./joined.ts";
import { requireChain } from "./requireChain.ts";
import { signerOf } from "./signerOf.ts";

export interface Transaction {
  readonly to: string;
  /** Calldata of the calls; more than one go through the contract's `multicall`, all or none. */
  readonly calls: readonly string[];
  /** Ether wei. */
  readonly value?: bigint;
}

/** Two words of storage that a transaction in between may have this one write anew, with the code around them. */
const FOR_OTHERS = 50_000n;

/**
 * Above the estimate: what happens in between may cost this transaction a part more, or, where a vote was opened, the
 * stake before it must be written down. Gas that is not used is not paid.
 */
const withMargin = (gas: bigint): bigint => gas + gas / 4n + FOR_OTHERS;

/**
 * Sends one transaction and waits for its block. What would fail is refused before anything is sent; what is sped up in
 * the wallet counts.
 * @throws DatawellError NoSigner, WrongChain, Rejected, InsufficientFunds, Replaced, or the contract's error
 */
export async function transact(client: Datawell, { to, calls, value = 0n }: Transaction): Promise<TransactionReceipt> {
  const signer = signerOf(client);
  await requireChain(client);
  return sendAndWait(signer, { to, data: joined(calls), value }).catch((error: unknown) => {
    throw decodeError(error);
  });
}

async function sendAndWait(signer: Signer, request: TransactionRequest): Promise<TransactionReceipt> {
  const gasLimit = withMargin(await signer.estimateGas(request));
  const response = await signer.sendTransaction({ ...request, gasLimit });
  const receipt = await mined(response);
  if (receipt?.status !== 1) throw new DatawellError("NotMined", { hash: response.hash });
  return receipt;
}

/** The receipt of a transaction, or of the same one sent again for a higher fee. */
async function mined(response: TransactionResponse): Promise<TransactionReceipt | null> {
  try {
    return await response.wait();
  } catch (error) {
    if (isError(error, "TRANSACTION_REPLACED")) {
      if (error.cancelled) throw new DatawellError("Replaced", { hash: error.hash });
      return error.receipt;
    }
    if (isError(error, "CALL_EXCEPTION") && error.receipt) throw (await reasonOf(response)) ?? error;
    throw error;
  }
}

/** Why a mined transaction was refused, which receipts do not tell: asked of the state that it left behind. */
async function reasonOf({ provider, from, to, data, value }: TransactionResponse): Promise<unknown> {
  return provider.call({ from, to, data, value }).then(
    () => undefined,
    (error: unknown) => error,
  );
}
