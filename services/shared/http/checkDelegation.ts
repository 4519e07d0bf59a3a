import { LONGEST_DELEGATION, type Delegation } from "#sdk/auth/Delegation.ts";
import { notSigned } from "./notSigned.ts";

export interface Terms {
  readonly purpose: string | undefined; // what a session may be for; undefined: this service takes none
  readonly audiences: readonly string[]; // of this service
  readonly now: number; // unix seconds
  readonly skew: number; // seconds
}

/**
 * The audiences of this service that a delegation is for. Whether the account signed it is another question.
 * @throws ServiceError 401 WrongPurpose, DelegationExpired, WrongAudience
 */
export function checkDelegation(delegation: Delegation, { purpose, audiences, now, skew }: Terms): string[] {
  if (delegation.purpose !== purpose) {
    const remedy = purpose === undefined ? "Sign each request with the account" : `Delegate for "${purpose}"`;
    throw notSigned("WrongPurpose", "The session is not for what this service does", remedy);
  }
  if (delegation.expires < now - skew) {
    throw notSigned("DelegationExpired", "The session is over", "Have the account sign another; look at your clock");
  }
  if (delegation.expires > now + LONGEST_DELEGATION + skew) {
    const remedy = `Let it end within ${LONGEST_DELEGATION} s; look at your clock`;
    throw notSigned("DelegationExpired", "The session is good for too long", remedy);
  }
  const shared = audiences.filter((audience) => delegation.audiences.includes(audience));
  if (shared.length > 0) return shared;
  throw notSigned("WrongAudience", "The session is for other services", "Delegate for the origin that is asked");
}
