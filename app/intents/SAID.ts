import type { Stage } from "./Intent.ts";

/** Where something stands, for somebody who waits for it. */
export const SAID: Readonly<Record<Stage, string>> = {
  preparing: "Preparing",
  signing: "Sign in your wallet",
  confirming: "Confirm in your wallet",
  pending: "Waiting for its block",
  done: "Done",
  rejected: "You declined in the wallet",
  failed: "Failed",
};
