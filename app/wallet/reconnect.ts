import { effect } from "@preact/signals";
import { account } from "./account.ts";
import { connectWallet } from "./connectWallet.ts";
import { wallets } from "./discovered.ts";
import { lastWallet } from "./lastWallet.ts";

/** Connects the wallet that was used last as soon as it announces itself, if it still trusts this page. */
export function reconnect(): void {
  const last = lastWallet.read();
  if (last === undefined) return;
  const stop = effect(() => {
    const wallet = wallets.value.find(({ id }) => id === last);
    if (wallet === undefined || account.peek() !== undefined) return;
    queueMicrotask(() => stop());
    connectWallet(wallet, true).catch(() => {}); // a wallet that cannot be reached is simply not connected
  });
}
