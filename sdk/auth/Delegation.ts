import type { TypedData } from "../signing/TypedData.ts";
import { fields } from "../signing/fields.ts";

/** What an account lets a key of a program do in its name: requests of one kind, to some services, for a while. */
export interface Delegation {
  readonly account: string;
  readonly session: string; // address of the key
  readonly purpose: string; // what the requests are for, in words that the wallet shows
  readonly audiences: readonly string[]; // origins of the services
  readonly expires: number; // unix seconds
}

/** A delegation as a request carries it beside its account: with the account's signature. */
export interface SignedDelegation extends Omit<Delegation, "account"> {
  readonly signature: string;
}

/** How long a delegation may last at most. */
export const LONGEST_DELEGATION = 3_600; // seconds

/** How many services one may be for. */
export const MOST_AUDIENCES = 32;

/** Purposes, as wallets show them and services compare them. */
export const PURPOSE = { attestation: "Have records attested" } as const;

const DELEGATION_TYPES = {
  Delegation: fields("address account,address session,string purpose,string[] audiences,uint64 expires"),
};

/** EIP-712 "Delegation": what a wallet shows and signs once. */
export const delegationMessage = (
  chainId: bigint,
  { account, session, purpose, audiences, expires }: Delegation,
): TypedData => ({
  domain: { name: "Datawell", version: "1", chainId },
  types: DELEGATION_TYPES,
  message: { account, session, purpose, audiences, expires },
});
