import { signal } from "@preact/signals";
import type { Intent } from "./Intent.ts";

/** What is going on, newest last. */
export const intents = signal<readonly Intent[]>([]);

let current: number | undefined;
let count = 0;

/** Begins an intent; steps that follow belong to it. */
export function begin(title: string, account: string): number {
  count += 1;
  current = count;
  intents.value = [...intents.value, { id: count, title, account, stage: "preparing" }];
  return count;
}

export function change(id: number, to: Partial<Intent>): void {
  intents.value = intents.value.map((intent) => (intent.id === id ? { ...intent, ...to } : intent));
}

/** What the wallet is asked for belongs to the intent that began last. */
export function step(to: Partial<Intent>): void {
  if (current !== undefined) change(current, to);
}

export function dismiss(id: number): void {
  intents.value = intents.value.filter((intent) => intent.id !== id);
}
