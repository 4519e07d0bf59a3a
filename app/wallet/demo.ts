import { type DemoAccount, LOCAL_CHAIN_ID } from "../chain/deployment.ts";
import { site } from "../chain/site.ts";
import { account } from "./account.ts";
import { leave } from "./connectWallet.ts";
import { lastWallet } from "./lastWallet.ts";
import { takeTurn } from "./turns.ts";

const PREFIX = "demo:";

/** Accounts to play with; none unless the page is about a local chain. */
export function demoAccounts(): readonly DemoAccount[] {
  const { chainId, demo = [] } = site().deployment;
  return Number(chainId) === LOCAL_CHAIN_ID ? demo : [];
}

/** Acts as an account whose key everybody knows: nothing is asked, everything is signed. */
export async function connectDemo({ name, privateKey }: DemoAccount): Promise<void> {
  leave();
  const isWanted = takeTurn();
  const walletId = `${PREFIX}${name}`;
  lastWallet.remember(walletId);
  const { signerByKey } = await import("./signers.ts");
  if (!isWanted()) return;
  const { deployment } = site();
  const signer = signerByKey(deployment, privateKey);
  account.value = {
    address: signer.address,
    walletId,
    walletName: `Demo wallet: ${name}`,
    chainId: BigInt(deployment.chainId),
    isDemo: true,
    signer,
  };
}

/** The demo account that was used last. */
export const lastDemo = (): DemoAccount | undefined =>
  demoAccounts().find(({ name }) => lastWallet.read() === `${PREFIX}${name}`);
