import { BaseWallet, BrowserProvider, type Eip1193Provider, JsonRpcProvider, type Signer, SigningKey } from "ethers";
import { type AppDeployment, paceOf } from "../chain/deployment.ts";

/** Half of ethers, which is loaded when somebody connects. */

/** Signs with a key by itself, and sends by the page's own node. */
export function signerByKey(deployment: AppDeployment, privateKey: string): Signer & { readonly address: string } {
  const provider = new JsonRpcProvider(deployment.rpcUrl, Number(deployment.chainId), {
    staticNetwork: true,
    cacheTimeout: -1,
    pollingInterval: paceOf(deployment),
  });
  return new BaseWallet(new SigningKey(privateKey), provider);
}

/** Has a wallet sign and send; tells where that wallet is, as far as it says. */
export async function signerByWallet(deployment: AppDeployment, wallet: Eip1193Provider, address: string) {
  const browser = new BrowserProvider(wallet, "any", { pollingInterval: paceOf(deployment) });
  const chainId = await browser.getNetwork().then(
    (network) => network.chainId,
    () => undefined,
  );
  return { chainId, signer: await browser.getSigner(address) };
}
