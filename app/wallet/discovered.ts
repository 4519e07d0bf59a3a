import { signal } from "@preact/signals";
import type { Eip1193Provider } from "ethers";

/** A wallet that announced itself (EIP-6963). */
export interface WalletChoice {
  readonly id: string; // reverse domain name, such as io.metamask
  readonly name: string;
  readonly icon: string; // data URI
  readonly provider: Eip1193Provider;
}

interface Announcement {
  readonly info: { readonly rdns: string; readonly name: string; readonly icon: string };
  readonly provider: Eip1193Provider;
}

/** Wallets of this browser, in the order of their announcement. */
export const wallets = signal<readonly WalletChoice[]>([]);

/** Asks the wallets to announce themselves; late ones are heard, too. */
export function discoverWallets(): void {
  addEventListener("eip6963:announceProvider", (event) => {
    const { info, provider } = (event as CustomEvent<Announcement>).detail;
    const others = wallets.value.filter(({ id }) => id !== info.rdns);
    wallets.value = [...others, { id: info.rdns, name: info.name, icon: safeIcon(info.icon), provider }];
  });
  dispatchEvent(new Event("eip6963:requestProvider"));
}

/** Pictures come as data; an address would tell its host who looks. */
const safeIcon = (icon: string): string => (icon.startsWith("data:image/") ? icon : "");
