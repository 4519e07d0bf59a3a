import { sha256, type Signer } from "ethers";
import { decodeError } from "../errors/decodeError.ts";
import { proofHeader } from "./proofHeader.ts";
import { requestMessage, type SignedRequest } from "./RequestProof.ts";

export interface RequestParams {
  readonly chainId: bigint;
  readonly url: string; // the whole address that is asked
  readonly method: string;
  readonly body?: Uint8Array;
  /** Seconds that the proof is good for, at most 300; 60 unless told otherwise. */
  readonly lifetime?: number;
  readonly now?: number; // unix seconds
}

/** The request as it is signed. */
export function requestOf(params: RequestParams): SignedRequest {
  const { chainId, url, method, body = new Uint8Array(), lifetime = 60 } = params;
  const { origin, pathname, search } = new URL(url);
  const expires = (params.now ?? Math.floor(Date.now() / 1_000)) + lifetime;
  return { chainId, audience: origin, method, path: pathname + search, bodyDigest: sha256(body), expires };
}

/**
 * The `authorization` header by which a service knows who asks. Whoever sees it can send the same request again until
 * it expires, and nothing else.
 * @throws DatawellError Rejected
 */
export async function signRequest(signer: Signer, params: RequestParams): Promise<string> {
  const request = requestOf(params);
  const { domain, types, message } = requestMessage(request);
  const account = await signer.getAddress();
  const signature = await signer.signTypedData(domain, types, message).catch((error: unknown) => {
    throw decodeError(error);
  });
  return proofHeader({ account, expires: request.expires, signature });
}
