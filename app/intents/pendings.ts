import { effect } from "@preact/signals";
import { head } from "../chain/head.ts";
import { site } from "../chain/site.ts";
import type { Intent } from "./Intent.ts";
import { begin, change, intents } from "./steps.ts";

const KEY = "datawell.pending";

type Kept = Pick<Intent, "title" | "account" | "nonce"> & { readonly hash: string; readonly chainId: string };

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
  const here = all.flatMap(({ stage, title, account, hash, nonce }) =>
    stage === "pending" && hash !== undefined ? [{ title, account, hash, nonce, chainId }] : [],
  );
  localStorage.setItem(KEY, JSON.stringify([...elsewhere, ...here]));
}

/** Takes up what the page was waiting for before it was reloaded, and from now on keeps what is on its way. */
export function keepPendings(): void {
  for (const kept of read().filter(({ chainId }) => chainId === chainOf())) follow(kept);
  effect(() => keep(intents.value));
}

/** Looks with every block what became of a transaction. */
function follow(kept: Kept): void {
  const { title, account, hash, nonce } = kept;
  const id = begin(title, account);
  change(id, { stage: "pending", hash, ...(nonce !== undefined && { nonce }) });
  const look = async (): Promise<void> => {
    const end = await endOf(kept).catch(() => undefined); // the chain does not answer: with the next block again
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
async function endOf({ account, hash, nonce }: Kept): Promise<Partial<Intent> | undefined> {
  const { node } = site();
  // in this order: what is mined between the two questions must not be taken for replaced
  const used = nonce === undefined ? 0 : await node.getTransactionCount(account);
  const hasSucceeded = await node.hasSucceeded(hash);
  if (hasSucceeded !== undefined) return hasSucceeded ? { stage: "done" } : { stage: "failed", error: REFUSED };
  return nonce !== undefined && used > nonce ? { stage: "failed", error: REPLACED } : undefined;
}
