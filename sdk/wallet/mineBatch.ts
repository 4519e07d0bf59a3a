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

/** Questions in a row that a wallet may leave unanswered: it is asked again and again, and may be busy or asleep. */
const MOST_UNANSWERED = 5;

/**
 * Waits until a batch is in a block.
 * @throws DatawellError Replaced: the wallet gave it up; NotMined; or what the calls reverted with. What the wallet says
 * if it answers no more: what became of the batch is not known then
 */
export async function mineBatch({ provider, ...batch }: MineBatchParams): Promise<TransactionReceipt> {
  return receiptOf(provider, await ended(batch), batch.id);
}

/** Asks until it waits no more. */
async function ended({ wallet, id, pace }: Omit<MineBatchParams, "provider">): Promise<BatchStatus> {
  for (let unanswered = 0; ;) {
    try {
      const found = await batchStatus(wallet, id);
      if (found.stage !== "pending") return found;
      unanswered = 0;
    } catch (error) {
      unanswered += 1;
      if (unanswered > MOST_UNANSWERED) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
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
