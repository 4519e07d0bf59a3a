import { effect } from "@preact/signals";
import { head } from "../chain/head.ts";
import { site } from "../chain/site.ts";
import { wallets } from "../wallet/discovered.ts";
import type { Intent, SentBatch } from "./Intent.ts";
import { change } from "./steps.ts";

/** Looks with every block what became of a transaction, or of a batch. */
export function follow({ id, ...sent }: Pick<Intent, "id" | "account" | "hash" | "nonce" | "batch">): void {
  let isOver = false;
  const look = async (): Promise<void> => {
    const end = await (sent.batch === undefined ? endOf(sent) : endOfBatch(sent.batch)).catch(() => undefined); // chain or wallet does not answer: with the next block again
    if (end === undefined || isOver) return;
    isOver = true;
    stop();
    change(id, end);
  };
  const stop = effect(() => {
    if (head.value !== undefined) void look();
  });
}

const REFUSED = { message: "The transaction was refused", remedy: "Look at it in your wallet" };
const REPLACED = {
  message: "Another transaction took its place",
  remedy: "Look at that one in your wallet: sped up it did the same, cancelled it did nothing",
};

/** How a transaction ended; undefined while it waits. */
async function endOf({
  account,
  hash = "",
  nonce,
}: Pick<Intent, "account" | "hash" | "nonce">): Promise<Partial<Intent> | undefined> {
  const { node } = site();
  // in this order: what is mined between the two questions must not be taken for replaced
  const used = nonce === undefined ? 0 : await node.getTransactionCount(account);
  const hasSucceeded = await node.hasSucceeded(hash);
  if (hasSucceeded !== undefined) return hasSucceeded ? { stage: "done" } : { stage: "failed", error: REFUSED };
  return nonce !== undefined && used > nonce ? { stage: "failed", error: REPLACED } : undefined;
}

const DROPPED = {
  message: "Your wallet did not send it",
  remedy: "Nothing of it happened; try again if you still want it",
};

/** How a batch ended, as its wallet says; undefined while it waits, or while the wallet has not announced itself. */
async function endOfBatch({ id, walletId }: SentBatch): Promise<Partial<Intent> | undefined> {
  const wallet = wallets.value.find((one) => one.id === walletId);
  if (wallet === undefined) return undefined;
  const { batchStatus } = await import("#sdk/wallet/batchStatus.ts");
  const { stage, hash } = await batchStatus(wallet.provider, id);
  if (stage === "pending") return undefined;
  if (stage === "done") return { stage, ...(hash !== undefined && { hash }) };
  return { stage: "failed", error: stage === "reverted" ? REFUSED : DROPPED };
}
