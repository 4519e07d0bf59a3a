import { effect } from "@preact/signals";
import { site } from "../chain/site.ts";
import type { Intent } from "./Intent.ts";
import { begin, change, intents } from "./steps.ts";

const KEY = "datawell.pending";

type Kept = Pick<Intent, "title" | "account"> & { readonly hash: string; readonly chainId: string };

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
  const here = all.flatMap(({ stage, title, account, hash }) =>
    stage === "pending" && hash !== undefined ? [{ title, account, hash, chainId }] : [],
  );
  localStorage.setItem(KEY, JSON.stringify([...elsewhere, ...here]));
}

/** Takes up what the page was waiting for before it was reloaded, and from now on keeps what is on its way. */
export function keepPendings(): void {
  for (const kept of read().filter(({ chainId }) => chainId === chainOf())) void follow(kept);
  effect(() => keep(intents.value));
}

async function follow({ title, account, hash }: Kept): Promise<void> {
  const id = begin(title, account);
  change(id, { stage: "pending", hash });
  const receipt = await site().provider.waitForTransaction(hash, 1);
  const error = { message: "The transaction was refused", remedy: "Look at it in your wallet" };
  change(id, receipt?.status === 1 ? { stage: "done" } : { stage: "failed", error });
}
