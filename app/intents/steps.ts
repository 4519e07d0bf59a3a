import { signal } from "@preact/signals";
import type { Intent } from "./Intent.ts";

/** What is going on, newest last. */
export const intents = signal<readonly Intent[]>([]);

let count = 0;

/** Begins an intent. */
export function begin(title: string, account: string): number {
  count += 1;
  intents.value = [...intents.value, { id: count, title, account, stage: "preparing" }];
  return count;
}

export function change(id: number, to: Partial<Intent>): void {
  intents.value = intents.value.map((intent) => (intent.id === id ? { ...intent, ...to } : intent));
}

export const intentOf = (id: number): Intent | undefined => intents.value.find((intent) => intent.id === id);

export function dismiss(id: number): void {
  intents.value = intents.value.filter((intent) => intent.id !== id);
}
