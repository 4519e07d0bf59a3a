export { isSignedBy, isSignedByKey, type Signed } from "./isSignedBy.ts";
export { LONGEST_PROOF, requestMessage, type RequestProof, SCHEME, type SignedRequest } from "./RequestProof.ts";
export { type RequestParams, signRequest } from "./signRequest.ts";
