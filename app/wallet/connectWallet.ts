import { type Eip1193Provider, getAddress } from "ethers";
import { site } from "../chain/site.ts";
import { account } from "./account.ts";
import type { WalletChoice } from "./discovered.ts";
import { lastWallet } from "./lastWallet.ts";

/** What of EIP-1193 a wallet's events need. */
interface Listening extends Eip1193Provider {
  readonly on?: (event: string, listener: (...args: never[]) => void) => void;
  readonly removeListener?: (event: string, listener: (...args: never[]) => void) => void;
}

let forget = (): void => {};

/**
 * Connects a wallet: asks which account may be seen and follows its changes.
 * @param quietly only if the wallet trusts this page already, without a window
 */
export async function connectWallet(wallet: WalletChoice, quietly = false): Promise<void> {
  const provider: Listening = wallet.provider;
  const method = quietly ? "eth_accounts" : "eth_requestAccounts";
  const loading = import("./signers.ts"); // while the wallet asks
  const accounts = (await provider.request({ method })) as string[];
  await loading;
  forget();
  if (accounts.length === 0) return;
  const show = (found: readonly string[]) => enter(wallet, found);
  const reenter = () => void show(account.value === undefined ? [] : [account.value.address]);
  provider.on?.("accountsChanged", show);
  provider.on?.("chainChanged", reenter);
  forget = () => {
    provider.removeListener?.("accountsChanged", show);
    provider.removeListener?.("chainChanged", reenter);
  };
  lastWallet.remember(wallet.id);
  await show(accounts);
}

async function enter(wallet: WalletChoice, [first]: readonly string[]): Promise<void> {
  if (first === undefined) return leave();
  const { signerByWallet } = await import("./signers.ts");
  const address = getAddress(first);
  const { chainId, signer } = await signerByWallet(site().deployment, wallet.provider, address);
  const { batchBy } = await import("./batchBy.ts");
  const batch = await batchBy(wallet, address, signer);
  const { id: walletId, name: walletName } = wallet;
  account.value = { address, walletId, walletName, chainId, isDemo: false, signer, ...(batch && { batch }) };
}

/** Forgets the account; the wallet keeps its own memory of this page. */
export function leave(): void {
  forget();
  forget = () => {};
  lastWallet.remember(undefined);
  account.value = undefined;
}
