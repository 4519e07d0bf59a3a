import { type Eip1193Provider, getAddress } from "ethers";
import { site } from "../chain/site.ts";
import { account } from "./account.ts";
import type { WalletChoice } from "./discovered.ts";
import { lastWallet } from "./lastWallet.ts";
import { takeTurn } from "./turns.ts";

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
  const isWanted = takeTurn();
  const method = quietly ? "eth_accounts" : "eth_requestAccounts";
  const loading = import("./signers.ts"); // while the wallet asks
  const accounts = (await wallet.provider.request({ method })) as string[];
  await loading;
  if (!isWanted() || accounts.length === 0) return;
  forget();
  forget = listen(wallet, accounts);
  lastWallet.remember(wallet.id);
  await enter(wallet, accounts, isWanted);
}

/** Follows a wallet's changes; the answer ends that. */
function listen(wallet: WalletChoice, accounts: readonly string[]): () => void {
  const provider: Listening = wallet.provider;
  let latest = accounts;
  const reenter = () => {
    const isWanted = takeTurn();
    enter(wallet, latest, isWanted).catch(() => isWanted() && leave()); // an account that cannot sign is none
  };
  const show = (found: readonly string[]) => {
    latest = found;
    reenter();
  };
  provider.on?.("accountsChanged", show);
  provider.on?.("chainChanged", reenter);
  return () => {
    provider.removeListener?.("accountsChanged", show);
    provider.removeListener?.("chainChanged", reenter);
  };
}

async function enter(
  wallet: WalletChoice,
  [first]: readonly string[],
  isWanted: ReturnType<typeof takeTurn>,
): Promise<void> {
  if (first === undefined) return leave();
  const { signerByWallet } = await import("./signers.ts");
  const address = getAddress(first);
  const { chainId, signer } = await signerByWallet(site().deployment, wallet.provider, address);
  const { batchBy } = await import("./batchBy.ts");
  const batch = await batchBy(wallet, address, signer);
  if (!isWanted()) return;
  const { id: walletId, name: walletName } = wallet;
  account.value = { address, walletId, walletName, chainId, isDemo: false, signer, ...(batch && { batch }) };
}

/** Forgets the account; the wallet keeps its own memory of this page. */
export function leave(): void {
  takeTurn();
  forget();
  forget = () => {};
  lastWallet.remember(undefined);
  account.value = undefined;
}
