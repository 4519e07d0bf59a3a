export { createSession, type Session, type SessionParams } from "./createSession.ts";
export {
  type Delegation,
  delegationMessage,
  LONGEST_DELEGATION,
  PURPOSE,
  type SignedDelegation,
} from "./Delegation.ts";
export { isSignedBy, isSignedByKey, type Signed } from "./isSignedBy.ts";
export {
  LONGEST_PROOF,
  requestMessage,
  type RequestProof,
  SCHEME,
  sessionRequestMessage,
  type SignedRequest,
} from "./RequestProof.ts";
export { type RequestParams, signRequest } from "./signRequest.ts";
