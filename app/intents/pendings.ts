import { effect } from "@preact/signals";
import { head } from "../chain/head.ts";
import { site } from "../chain/site.ts";
import { wallets } from "../wallet/discovered.ts";
import type { Intent, SentBatch } from "./Intent.ts";
import { begin, change, intents } from "./steps.ts";

const KEY = "datawell.pending";

type Kept = Pick<Intent, "title" | "account" | "hash" | "nonce" | "batch"> & { readonly chainId: string };

const chainOf = (): string => String(site().deployment.chainId);

function read(): readonly Kept[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]") as Kept[];
  } catch {
    return []; // damaged by something else: the chain knows all that matters
  }
}

function keep(all: readonly Intent[]): void {
  const chainId = chainOf();
  const elsewhere = read().filter((kept) => kept.chainId !== chainId);
  const here = all.flatMap(({ stage, title, account, hash, nonce, batch }) =>
    stage === "pending" && (hash ?? batch) !== undefined ? [{ title, account, hash, nonce, batch, chainId }] : [],
  );
  localStorage.setItem(KEY, JSON.stringify([...elsewhere, ...here]));
}

/** Takes up what the page was waiting for before it was reloaded, and from now on keeps what is on its way. */
export function keepPendings(): void {
  for (const kept of read().filter(({ chainId }) => chainId === chainOf())) follow(kept);
  effect(() => keep(intents.value));
}

/** Looks with every block what became of a transaction, or of a batch. */
function follow(kept: Kept): void {
  const { title, account, chainId: _, ...sent } = kept;
  const id = begin(title, account);
  change(id, { stage: "pending", ...sent });
  const look = async (): Promise<void> => {
    const end = await (kept.batch === undefined ? endOf(kept) : endOfBatch(kept.batch)).catch(() => undefined); // chain or wallet does not answer: with the next block again
    if (end === undefined) return;
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
async function endOf({ account, hash = "", nonce }: Kept): Promise<Partial<Intent> | undefined> {
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
