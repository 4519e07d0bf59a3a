import { decodeBase64, getAddress, isAddress, isHexString, type Provider, sha256, toUtf8String } from "ethers";
import type { Context } from "hono";
import { z } from "zod";
import { isSignedBy, isSignedByKey, type Signed } from "#sdk/auth/isSignedBy.ts";
import { LONGEST_PROOF, requestMessage, type RequestProof, SCHEME } from "#sdk/auth/RequestProof.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { ServiceError } from "./ServiceError.ts";

export interface WalletAuthOptions {
  readonly chainId: bigint;
  /** The origins under which clients know this service; asked at each request, as a port may come late. */
  readonly audiences: () => readonly string[];
  readonly provider: Pick<Provider, "getCode" | "call">;
  readonly clock?: () => number; // milliseconds since 1970
  readonly skew?: number; // seconds that a client's clock may be ahead or behind; 60 unless told otherwise
}

export interface WalletAuth {
  /**
   * Who sent a request, by the signature in its header, of a key or of a contract (ERC-1271). The same request may come
   * again until it expires: let what it does be the same when done twice.
   * @throws ServiceError 401 NotSigned, ProofExpired, NotYours; 503 ChainUnavailable
   */
  readonly accountOf: (c: Context) => Promise<string>;
}

const proofSchema = z.strictObject({
  account: z.string().refine((text) => isAddress(text)),
  expires: z.int().min(0),
  signature: z
    .string()
    .max(8_192)
    .refine((text) => isHexString(text)),
});

export function createWalletAuth({
  chainId,
  audiences,
  provider,
  clock = Date.now,
  skew = 60,
}: WalletAuthOptions): WalletAuth {
  return {
    accountOf: async (c) => {
      const { account, expires, signature } = readProof(c.req.header("authorization"));
      checkTime(expires, clock() / 1_000, skew);
      const { pathname, search } = new URL(c.req.url);
      const request = {
        chainId,
        method: c.req.method,
        path: pathname + search,
        bodyDigest: sha256(new Uint8Array(await c.req.arrayBuffer())),
        expires,
      };
      const signed = audiences().map((audience) => {
        return { account, digest: digestOf(requestMessage({ ...request, audience })), signature };
      });
      if (signed.some(isSignedByKey)) return account;
      for (const one of signed) if (await isSigned(one)) return account;
      throw refused(
        "NotYours",
        `${account} did not sign this request`,
        "Sign the very request that is sent, for this service",
      );
    },
  };

  async function isSigned(signed: Signed): Promise<boolean> {
    try {
      return await isSignedBy(provider, signed);
    } catch (cause) {
      const fault = "The chain cannot be asked whether the signature holds";
      throw new ServiceError({
        status: 503,
        code: "ChainUnavailable",
        fault,
        remedy: "Try again later",
        retryAfter: 5,
        cause,
      });
    }
  }
}

function readProof(header = ""): RequestProof {
  const [scheme, text = ""] = header.split(" ");
  const proof = proofSchema.safeParse(scheme === SCHEME ? decode(text) : undefined);
  if (!proof.success) throw refused("NotSigned", "This needs a signature", `Send "authorization: ${SCHEME} ..."`);
  return { ...proof.data, account: getAddress(proof.data.account) };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(toUtf8String(decodeBase64(text.replaceAll("-", "+").replaceAll("_", "/"))));
  } catch {
    return undefined;
  }
}

function checkTime(expires: number, now: number, skew: number): void {
  if (expires < now - skew)
    throw refused("ProofExpired", "The signature has expired", "Sign again; look at your clock");
  if (expires > now + LONGEST_PROOF + skew) {
    const remedy = `Let it expire within ${LONGEST_PROOF} s; look at your clock`;
    throw refused("ProofExpired", "The signature is good for too long", remedy);
  }
}

const refused = (code: string, fault: string, remedy: string): ServiceError =>
  new ServiceError({ status: 401, code, fault, remedy });
