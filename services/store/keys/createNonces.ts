import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getBytes } from "ethers";
import { NONCE_SECONDS, nonceExpiry } from "#sdk/store/releaseMessage.ts";
import { DatabaseError, type Queries } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";

/** Nonces for one use. Only used ones are kept, so asking for many costs the store nothing. */
export interface Nonces {
  readonly issue: () => string;
  /** @throws ServiceError 401 BadNonce, NonceExpired */
  readonly check: (nonce: string) => void;
  /** @throws ServiceError 401 NonceUsed */
  readonly spend: (queries: Queries, nonce: string) => Promise<void>;
}

const DAY = 86_400; // seconds for which used nonces are kept after their end: no clock jumps that far

/** @param secret 32 bytes in hex, the same for all machines of a store */
export function createNonces(secret: string, now: () => number): Nonces {
  const macOf = (head: string) =>
    createHmac("sha256", getBytes(secret)).update(`nonce:${head}`).digest().subarray(0, 16);
  return {
    issue: () => {
      const head = (now() + NONCE_SECONDS).toString(16).padStart(8, "0") + randomBytes(16).toString("hex");
      return head + macOf(head).toString("hex");
    },
    check: (nonce) => {
      if (!/^[0-9a-f]{72}$/.test(nonce)) throw refused("BadNonce", "This nonce is not one of this store");
      const [head, mac] = [nonce.slice(0, 40), Buffer.from(nonce.slice(40), "hex")];
      if (!timingSafeEqual(mac, macOf(head))) throw refused("BadNonce", "This nonce is not one of this store");
      if (nonceExpiry(nonce) <= now()) throw refused("NonceExpired", "This nonce has expired");
    },
    spend: (queries, nonce) => spend(queries, nonce, now()),
  };
}

async function spend(queries: Queries, nonce: string, now: number): Promise<void> {
  try {
    await queries.run("INSERT INTO store_nonces (nonce, expires) VALUES (?, ?)", [nonce, nonceExpiry(nonce)]);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === "Duplicate")) throw error;
    throw refused("NonceUsed", "This nonce was used before");
  }
  await queries.run("DELETE FROM store_nonces WHERE expires < ?", [now - DAY]);
}

const refused = (code: string, fault: string): ServiceError =>
  new ServiceError({ status: 401, code, fault, remedy: "Ask for a new nonce and sign again" });
