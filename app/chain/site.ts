import { signal } from "@preact/signals";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { openSite, type Site } from "./deployment.ts";

const opened = signal<Site | undefined>();

/** Opens the site once, before anything is shown. */
export async function enterSite(): Promise<void> {
  opened.value = await openSite();
}

/** The site; screens are only shown when there is one. */
export function site(): Site {
  if (opened.value === undefined) throw new Error("The page is not connected yet");
  return opened.value;
}

/** Who reads the chain without an account. */
export const reader = (): Datawell => site().reader;
