import { site } from "../chain/site.ts";
import { account } from "./account.ts";
import { wallets } from "./discovered.ts";

const UNKNOWN_CHAIN = 4902;

/** Where wallets put the error of a wallet inside them. */
const NESTS = ["data", "originalError", "cause", "error"] as const;

/** Asks the wallet to go to this page's chain, and tells it of the chain if it does not know it. */
export async function switchChain(): Promise<void> {
  const wallet = wallets.value.find(({ id }) => id === account.value?.walletId);
  if (wallet === undefined) return;
  const { chainId: id, rpcUrl } = site().deployment;
  const chainId = `0x${BigInt(id).toString(16)}`;
  try {
    await wallet.provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
  } catch (error) {
    if (!isUnknownChain(error)) throw error;
    const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
    const chain = { chainId, chainName: `Datawell ${id}`, nativeCurrency, rpcUrls: [rpcUrl] };
    await wallet.provider.request({ method: "wallet_addEthereumChain", params: [chain] });
  }
}

function isUnknownChain(error: unknown, depth = 3): boolean {
  if (typeof error !== "object" || error === null || depth === 0) return false;
  const found = error as Readonly<Record<string, unknown>>;
  return found.code === UNKNOWN_CHAIN || NESTS.some((nest) => isUnknownChain(found[nest], depth - 1));
}
