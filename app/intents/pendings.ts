import { effect } from "@preact/signals";
import { site } from "../chain/site.ts";
import { shelf } from "../shelf.ts";
import { follow } from "./follow.ts";
import { type Intent, isSent } from "./Intent.ts";
import { begin, change, intents } from "./steps.ts";

const KEY = "datawell.pending";

type Kept = Pick<Intent, "title" | "account" | "hash" | "nonce" | "batch"> & { readonly chainId: string };

const chainOf = (): string => String(site().deployment.chainId);

const nameOf = ({ hash, batch }: Pick<Kept, "hash" | "batch">): string => batch?.id ?? hash ?? "";

function read(): readonly Kept[] {
  try {
    return JSON.parse(shelf.getItem(KEY) ?? "[]") as Kept[];
  } catch {
    return []; // damaged by something else: the chain knows all that matters
  }
}

/** What this page wrote of its own: all else is another chain's or another tab's. */
const own = new Set<string>();

function keep(all: readonly Intent[]): void {
  const chainId = chainOf();
  const here = all.flatMap((intent): readonly Kept[] => {
    const { stage, title, account, hash, nonce, batch } = intent;
    const sent = { title, account, chainId, ...(hash && { hash }), ...(batch && { batch }) };
    return stage === "pending" && isSent(intent) ? [{ ...sent, ...(nonce !== undefined && { nonce }) }] : [];
  });
  for (const kept of here) own.add(nameOf(kept));
  if (own.size === 0) return;
  const others = read().filter((kept) => !own.has(nameOf(kept)));
  shelf.tryToKeep(KEY, JSON.stringify([...others, ...here]));
}

/** Takes up what the page was waiting for before it was reloaded, and from now on keeps what is on its way. */
export function keepPendings(): void {
  for (const { chainId, title, account, ...sent } of read()) {
    if (chainId !== chainOf()) continue;
    const id = begin(title, account);
    change(id, { stage: "pending", ...sent });
    follow({ id, account, ...sent });
  }
  effect(() => keep(intents.value));
}
