import type { Datawell } from "../chain/datawell.ts";
import { tokenAt } from "../chain/contracts.ts";
import { read } from "../chain/read.ts";
import { DatawellError } from "../errors/DatawellError.ts";
import { fields } from "../signing/fields.ts";
import type { TypedData } from "../signing/TypedData.ts";
import { permitDomain } from "./permitDomain.ts";
import { unlessUnreachable } from "./unlessUnreachable.ts";

export interface PermitParams {
  readonly token: string;
  readonly owner: string;
  readonly spender: string;
  readonly value: bigint; // token wei
  readonly deadline: bigint; // unix seconds, last moment the signature is good
}

/** EIP-712 "Permit" (ERC-2612). */
export const PERMIT_TYPES = {
  Permit: fields("address owner,address spender,uint256 value,uint256 nonce,uint256 deadline"),
};

/**
 * What an owner signs so that a spender may take tokens.
 * @throws DatawellError NoPermit
 */
export async function permitMessage(client: Datawell, params: PermitParams): Promise<TypedData> {
  const { token, ...permit } = params;
  const [domain, nonce] = await Promise.all([
    permitDomain(client, token),
    read(client, tokenAt(token), "nonces", [permit.owner]).catch(unlessUnreachable),
  ]);
  if (nonce === undefined) throw new DatawellError("NoPermit", { token });
  return { domain, types: PERMIT_TYPES, message: { ...permit, nonce } };
}
