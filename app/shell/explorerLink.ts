import { httpsLink } from "../data/words/httpsLink.ts";

/** Where an explorer shows a transaction (EIP-3091); undefined: there is none, or it is none that a link may lead to. */
export const explorerLink = (explorerUrl: string | undefined, hash: string): string | undefined =>
  explorerUrl === undefined
    ? undefined
    : httpsLink(`${explorerUrl.replace(/\/+$/, "")}/tx/${encodeURIComponent(hash)}`);
