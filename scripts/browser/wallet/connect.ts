import { ask, type Purse, visible } from "./Purse.ts";

/** `eth_requestAccounts`: asks once. */
export async function connect(purse: Purse): Promise<readonly string[]> {
  if (purse.isConnected) return visible(purse);
  await ask(purse, { kind: "connect", method: "eth_requestAccounts", params: [] });
  purse.isConnected = true;
  purse.tell({ method: "metamask_accountsChanged", params: visible(purse) });
  return visible(purse);
}
