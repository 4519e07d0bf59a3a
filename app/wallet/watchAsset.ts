import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { identiconUrl } from "#sdk/tokenlist/identiconUrl.ts";
import { reader } from "../chain/site.ts";
import { account } from "./account.ts";
import { wallets } from "./discovered.ts";

/**
 * Asks the wallet to show a token among its own (EIP-747), with the picture that it has in this page. Wallets compare the
 * symbol with the contract's, so it is asked for and not taken from what the page made of it.
 * @returns whether the wallet does so from now on
 */
export async function watchAsset(token: string): Promise<boolean> {
  const wallet = wallets.value.find(({ id }) => id === account.value?.walletId);
  if (wallet === undefined) throw new Error("Connect a wallet first");
  const symbol = await read(reader(), tokenAt(token), "symbol", []);
  const options = { address: token, symbol, decimals: 18, image: identiconUrl(token) };
  return (await wallet.provider.request({
    method: "wallet_watchAsset",
    params: { type: "ERC20", options } as never, // the one method whose parameters are no list
  })) as boolean;
}
