import type { TypedData } from "../signing/TypedData.ts";
import { digestOf } from "../signing/digestOf.ts";
import { fields } from "../signing/fields.ts";
import { type Delegation, delegationMessage, type SignedDelegation } from "./Delegation.ts";

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
  readonly signature: string; // the account's, or of the session that it delegated to
  readonly delegation?: SignedDelegation;
}

/** How long a proof may last at most. */
export const LONGEST_PROOF = 300; // seconds

/** The name of our scheme in the `authorization` header. */
export const SCHEME = "Datawell";

const REQUEST = "string audience,string method,string path,bytes32 bodyDigest,uint64 expires";
const REQUEST_TYPES = { Request: fields(REQUEST) };
const SESSION_TYPES = { SessionRequest: fields(`bytes32 delegation,${REQUEST}`) };

/** EIP-712 "Request": what a wallet shows and signs. */
export const requestMessage = ({ chainId, ...message }: SignedRequest): TypedData => ({
  domain: { name: "Datawell", version: "1", chainId },
  types: REQUEST_TYPES,
  message,
});

/**
 * EIP-712 "SessionRequest": what a session's key signs. It names the delegation, so that nobody can put another one,
 * of their own account to the same key, before a request that they saw.
 */
export const sessionRequestMessage = (delegation: Delegation, { chainId, ...request }: SignedRequest): TypedData => ({
  domain: { name: "Datawell", version: "1", chainId },
  types: SESSION_TYPES,
  message: { delegation: digestOf(delegationMessage(chainId, delegation)), ...request },
});
