import type { Runner } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import type { Page } from "./Engine.ts";

/** The page's account, as far as a worker needs it: it can be asked to sign, and sends nothing. */
export function pageSigner(client: Datawell, account: string, sign: Page["sign"]): Runner {
  const signer = {
    provider: providerOf(client),
    getAddress: async () => account,
    signTypedData: sign,
  };
  return signer;
}
