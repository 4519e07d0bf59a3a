import type { TypedDataDomain, TypedDataField } from "ethers";

/** An EIP-712 message as a wallet takes it. */
export interface TypedData {
  readonly domain: TypedDataDomain;
  readonly types: Record<string, TypedDataField[]>;
  readonly message: Record<string, unknown>;
}
