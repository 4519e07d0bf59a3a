import { type Provider, TransactionReceipt } from "ethers";
import { DatawellError } from "../errors/DatawellError.ts";
import { type BatchLog, batchStatus, type BatchStatus } from "./batchStatus.ts";
import type { Requesting } from "./Requesting.ts";

export interface MineBatchParams {
  readonly wallet: Requesting;
  readonly provider: Provider; // of the same chain
  readonly id: string;
  readonly pace: number; // milliseconds between two questions
}

/**
 * Waits until a batch is in a block.
 * @throws DatawellError Replaced: the wallet gave it up; NotMined; or what the calls reverted with
 */
export async function mineBatch({ wallet, provider, id, pace }: MineBatchParams): Promise<TransactionReceipt> {
  let found = await batchStatus(wallet, id);
  while (found.stage === "pending") {
    await new Promise((resolve) => setTimeout(resolve, pace));
    found = await batchStatus(wallet, id);
  }
  return receiptOf(provider, found, id);
}

async function receiptOf(provider: Provider, { stage, hash, logs }: BatchStatus, id: string) {
  const receipt = hash === undefined ? null : await provider.waitForTransaction(hash);
  if (stage === "dropped") throw new DatawellError("Replaced", { hash: hash ?? id });
  if (stage === "done" && receipt !== null) return ofCalls(receipt, logs, provider);
  throw (await reasonOf(provider, hash)) ?? new DatawellError("NotMined", { hash: hash ?? id });
}

/** Without what others did in the same transaction, as where a bundler carries several accounts' calls. */
function ofCalls(receipt: TransactionReceipt, logs: readonly BatchLog[] | undefined, provider: Provider) {
  if (logs === undefined) return receipt;
  const told = new Set(logs.map(keyOf));
  const own = receipt.logs.filter((log) => told.has(keyOf(log)));
  return new TransactionReceipt({ ...receipt, effectiveGasPrice: receipt.gasPrice, logs: own }, provider);
}

const keyOf = ({ address, topics, data }: BatchLog): string => [address, ...topics, data].join().toLowerCase();

/** Why calls reverted: asked once more of the state that they left behind. */
async function reasonOf(provider: Provider, hash: string | undefined): Promise<unknown> {
  const sent = hash === undefined ? null : await provider.getTransaction(hash);
  if (sent === null) return undefined;
  const { from, to, data, value } = sent;
  return provider.call({ from, to, data, value }).then(
    () => undefined,
    (error: unknown) => error,
  );
}
