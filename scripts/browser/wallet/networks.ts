import { toQuantity } from "ethers";
import { ask, type Purse } from "./Purse.ts";
import { unknownChain } from "./WalletError.ts";

interface ChainParams {
  readonly chainId: string;
}

/** Goes to a chain, and tells the page. */
export function move(purse: Purse, to: number): void {
  purse.chain = to;
  const params = { chainId: toQuantity(to), networkVersion: String(to), isConnected: true };
  purse.tell({ method: "metamask_chainChanged", params });
}

/**
 * `wallet_switchEthereumChain`.
 * @throws WalletError 4902, 4001
 */
export async function switchTo(purse: Purse, [params]: readonly ChainParams[]): Promise<null> {
  const to = params?.chainId ?? "";
  if (!purse.known.has(Number(to))) throw unknownChain(to);
  if (Number(to) === purse.chain) return null;
  await ask(purse, { kind: "switch", method: "wallet_switchEthereumChain", params: [params] });
  move(purse, Number(to));
  return null;
}

/** `wallet_addEthereumChain`: goes there as well. */
export async function add(purse: Purse, [params]: readonly ChainParams[]): Promise<null> {
  await ask(purse, { kind: "add", method: "wallet_addEthereumChain", params: [params] });
  purse.known.add(Number(params?.chainId));
  move(purse, Number(params?.chainId));
  return null;
}
