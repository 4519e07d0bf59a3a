import { decodeBase64, getAddress, isAddress, isHexString, toUtf8String } from "ethers";
import { z } from "zod";
import { MOST_AUDIENCES } from "#sdk/auth/Delegation.ts";
import { type RequestProof, SCHEME } from "#sdk/auth/RequestProof.ts";
import { notSigned } from "./notSigned.ts";

const address = z.string().refine((text) => isAddress(text));
const signature = z
  .string()
  .max(8_192)
  .refine((text) => isHexString(text));
const expires = z.int().min(0);

const delegationSchema = z.strictObject({
  session: address,
  purpose: z.string().max(100),
  audiences: z.array(z.string().max(300)).max(MOST_AUDIENCES),
  expires,
  signature,
});

const proofSchema = z.strictObject({ account: address, expires, signature, delegation: delegationSchema.optional() });

/**
 * What an `authorization` header says, addresses checksummed; nothing of it is believed yet.
 * @throws ServiceError 401 NotSigned
 */
export function readProof(header = ""): RequestProof {
  const [scheme, text = ""] = header.split(" ");
  const proof = proofSchema.safeParse(scheme === SCHEME ? decode(text) : undefined);
  if (!proof.success) throw notSigned("NotSigned", "This needs a signature", `Send "authorization: ${SCHEME} ..."`);
  const { account, delegation, ...rest } = proof.data;
  return {
    ...rest,
    account: getAddress(account),
    ...(delegation && { delegation: { ...delegation, session: getAddress(delegation.session) } }),
  };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(toUtf8String(decodeBase64(text.replaceAll("-", "+").replaceAll("_", "/"))));
  } catch {
    return undefined;
  }
}
