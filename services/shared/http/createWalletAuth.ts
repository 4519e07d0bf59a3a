import { type Provider, sha256 } from "ethers";
import type { Context } from "hono";
import { type Delegation, delegationMessage, type SignedDelegation } from "#sdk/auth/Delegation.ts";
import { isSignedBy, isSignedByKey, type Signed } from "#sdk/auth/isSignedBy.ts";
import { LONGEST_PROOF, requestMessage, sessionRequestMessage, type SignedRequest } from "#sdk/auth/RequestProof.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { checkDelegation } from "./checkDelegation.ts";
import { notSigned } from "./notSigned.ts";
import { readProof } from "./readProof.ts";
import { ServiceError } from "./ServiceError.ts";

export interface WalletAuthOptions {
  readonly chainId: bigint;
  /** The origins under which clients know this service; asked at each request, as a port may come late. */
  readonly audiences: () => readonly string[];
  readonly provider: Pick<Provider, "getCode" | "call">;
  /** What a session may be for that sends requests in an account's name; by default none may. */
  readonly purpose?: string;
  readonly clock?: () => number; // milliseconds since 1970
  readonly skew?: number; // seconds that a client's clock may be ahead or behind; 60 unless told otherwise
}

export interface WalletAuth {
  /**
   * Who sent a request, by the signature in its header, of a key or of a contract (ERC-1271), or of a session that the
   * account delegated to. The same request may come again until it expires: let what it does be the same when done twice.
   * @throws ServiceError 401 NotSigned, ProofExpired, NotYours, WrongPurpose, DelegationExpired, WrongAudience;
   * 503 ChainUnavailable
   */
  readonly accountOf: (c: Context) => Promise<string>;
}

/** A request before it is known for which of a service's origins it was signed. */
type Request = Omit<SignedRequest, "audience">;

/** Knows senders by their signatures: nothing is kept from one request to the next. */
export function createWalletAuth(options: WalletAuthOptions): WalletAuth {
  const { chainId, audiences, provider, purpose, clock = Date.now, skew = 60 } = options;

  return {
    accountOf: async (c) => {
      const { account, expires, signature, delegation } = readProof(c.req.header("authorization"));
      const now = clock() / 1_000;
      checkTime(expires, now, skew);
      const { pathname, search } = new URL(c.req.url);
      const bodyDigest = sha256(new Uint8Array(await c.req.arrayBuffer()));
      const request = { chainId, method: c.req.method, path: pathname + search, bodyDigest, expires };
      const isKnown =
        delegation === undefined
          ? await isOfAccount(account, signature, request)
          : isOfSession({ account, ...delegation }, signature, request, now) &&
            (await isDelegated(account, delegation));
      if (isKnown) return account;
      throw notSigned(
        "NotYours",
        `${account} did not sign this request`,
        "Sign the very request that is sent, for this service",
      );
    },
  };

  async function isOfAccount(account: string, signature: string, request: Request): Promise<boolean> {
    const signed = audiences().map((audience) => {
      return { account, digest: digestOf(requestMessage({ ...request, audience })), signature };
    });
    if (signed.some(isSignedByKey)) return true;
    for (const one of signed) if (await isSigned(one)) return true;
    return false;
  }

  function isOfSession(delegation: Delegation, signature: string, request: Request, now: number): boolean {
    const shared = checkDelegation(delegation, { purpose, audiences: audiences(), now, skew });
    const { session: account } = delegation;
    return shared.some((audience) => {
      const digest = digestOf(sessionRequestMessage(delegation, { ...request, audience }));
      return isSignedByKey({ account, digest, signature });
    });
  }

  function isDelegated(account: string, { signature, ...terms }: SignedDelegation): Promise<boolean> {
    return isSigned({ account, digest: digestOf(delegationMessage(chainId, { account, ...terms })), signature });
  }

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

function checkTime(expires: number, now: number, skew: number): void {
  if (expires < now - skew) {
    throw notSigned("ProofExpired", "The signature has expired", "Sign again; look at your clock");
  }
  if (expires > now + LONGEST_PROOF + skew) {
    const remedy = `Let it expire within ${LONGEST_PROOF} s; look at your clock`;
    throw notSigned("ProofExpired", "The signature is good for too long", remedy);
  }
}
