import type { TransactionReceipt } from "ethers";
import { decodeError } from "../errors/decodeError.ts";
import type { Call } from "./Batch.ts";
import type { Datawell } from "./datawell.ts";
import { requireChain } from "./requireChain.ts";

/**
 * Sends calls as one transaction, all or none; undefined where the user's wallet has no batches.
 * @throws DatawellError WrongChain, Rejected, or a contract's error
 */
export async function sendTogether(client: Datawell, calls: readonly Call[]): Promise<TransactionReceipt | undefined> {
  if (client.batch === undefined) return undefined;
  await requireChain(client);
  return client.batch(calls).catch((error: unknown) => {
    throw decodeError(error);
  });
}
