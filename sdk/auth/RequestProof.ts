import type { TypedData } from "../signing/TypedData.ts";
import { fields } from "../signing/fields.ts";

/** The one request that a signature is for. */
export interface SignedRequest {
  readonly chainId: bigint;
  readonly audience: string; // origin of the service, such as "https://coordinator.example"
  readonly method: string; // "GET", "POST" ...
  readonly path: string; // with its query
  readonly bodyDigest: string; // sha-256 of the body's bytes, those of an empty body where there is none
  readonly expires: number; // unix seconds
}

/** What the header carries beside the request itself. */
export interface RequestProof {
  readonly account: string;
  readonly expires: number; // unix seconds
  readonly signature: string;
}

/** How long a proof may last at most. */
export const LONGEST_PROOF = 300; // seconds

/** The name of our scheme in the `authorization` header. */
export const SCHEME = "Datawell";

const REQUEST_TYPES = {
  Request: fields("string audience,string method,string path,bytes32 bodyDigest,uint64 expires"),
};

/** EIP-712 "Request": what a wallet shows and signs. */
export const requestMessage = ({ chainId, ...message }: SignedRequest): TypedData => ({
  domain: { name: "Datawell", version: "1", chainId },
  types: REQUEST_TYPES,
  message,
});
