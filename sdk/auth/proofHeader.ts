import { encodeBase64, toUtf8Bytes } from "ethers";
import { type RequestProof, SCHEME } from "./RequestProof.ts";

/** The `authorization` header of a proof. */
export const proofHeader = (proof: RequestProof): string => `${SCHEME} ${base64Url(JSON.stringify(proof))}`;

const base64Url = (text: string): string =>
  encodeBase64(toUtf8Bytes(text)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
