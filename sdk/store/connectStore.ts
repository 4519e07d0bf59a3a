import type { Signer } from "ethers";
import type { Datawell } from "../chain/datawell.ts";
import { signerOf } from "../chain/signerOf.ts";

/** A metadata store, seen by one user: what every function here takes first. */
export interface StoreClient {
  readonly url: string; // origin, without a slash at its end
  readonly datawell: Datawell;
  readonly fetch: typeof fetch;
}

export interface ConnectStoreParams {
  readonly url: string;
  readonly datawell: Datawell;
  readonly fetch?: typeof fetch;
}

/** Names a store to ask. Nothing is asked yet. */
export const connectStore = ({ url, datawell, fetch: fetcher }: ConnectStoreParams): StoreClient => ({
  url: new URL(url).origin,
  datawell,
  fetch: fetcher ?? ((input, init) => fetch(input, init)),
});

/** Who acts, and its address. */
export async function actorOf({
  datawell,
}: StoreClient): Promise<{ readonly signer: Signer; readonly account: string }> {
  const signer = signerOf(datawell);
  return { signer, account: await signer.getAddress() };
}

/** The header that proves who sends this request. */
export const proofOf = async (
  { url, datawell }: StoreClient,
  { path, method, body }: { readonly path: string; readonly method: string; readonly body?: Uint8Array },
): Promise<string> => {
  const { signRequest } = await import("../auth/signRequest.ts"); // whoever only reads needs no typed data
  return signRequest(signerOf(datawell), { chainId: datawell.chainId, url: `${url}${path}`, method, body });
};
