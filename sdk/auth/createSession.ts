import { computeAddress, hexlify, randomBytes, SigningKey } from "ethers";
import type { Datawell } from "../chain/datawell.ts";
import { signerOf } from "../chain/signerOf.ts";
import { digestOf } from "../signing/digestOf.ts";
import { sign } from "../signing/sign.ts";
import { type Delegation, delegationMessage } from "./Delegation.ts";
import { proofHeader } from "./proofHeader.ts";
import { sessionRequestMessage } from "./RequestProof.ts";
import { requestOf, type RequestParams } from "./signRequest.ts";

export interface SessionParams {
  readonly purpose: string;
  readonly audiences: readonly string[]; // addresses of the services
  /** Seconds that the account is bound, at most an hour; half an hour unless told otherwise. */
  readonly lifetime?: number;
  readonly clock?: () => number; // milliseconds since 1970
}

/** Signs requests in the name of an account that was asked once. */
export interface Session {
  /**
   * The `authorization` header of a request. The account signs at the first one, and again when its word is over.
   * @throws DatawellError NoSigner, Rejected
   */
  readonly authorize: (request: Omit<RequestParams, "chainId" | "now">) => Promise<string>;
}

/** Gives way to a request that is still on its way when the delegation ends. */
const MARGIN = 60; // seconds

interface Delegated {
  readonly key: SigningKey;
  readonly delegation: Delegation;
  readonly signature: string; // the account's
}

/** A session of an account: its key is made here, never leaves, and is forgotten with it. */
export function createSession(client: Datawell, params: SessionParams): Session {
  const { purpose, lifetime = 1_800, clock = Date.now } = params;
  const audiences = [...new Set(params.audiences.map((url) => new URL(url).origin))];
  const time = (): number => Math.floor(clock() / 1_000);
  let ends = 0; // unix seconds
  let delegated: Promise<Delegated> | undefined;

  async function delegate(expires: number): Promise<Delegated> {
    const account = await signerOf(client).getAddress();
    const key = new SigningKey(hexlify(randomBytes(32)));
    const delegation: Delegation = { account, session: computeAddress(key), purpose, audiences, expires };
    const signature = await sign(client, delegationMessage(client.chainId, delegation));
    return { key, delegation, signature };
  }

  return {
    authorize: async (asked) => {
      if (delegated === undefined || time() > ends - MARGIN) {
        ends = time() + lifetime;
        delegated = delegate(ends); // whoever asks at the same time waits for the same signature
      }
      const { key, delegation, signature: word } = await delegated;
      const request = requestOf({ chainId: client.chainId, now: time(), ...asked });
      const signature = key.sign(digestOf(sessionRequestMessage(delegation, request))).serialized;
      const { account, ...rest } = delegation;
      return proofHeader({ account, expires: request.expires, signature, delegation: { ...rest, signature: word } });
    },
  };
}
