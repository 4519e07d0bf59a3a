import { Signature } from "ethers";
import type { Datawell } from "../chain/datawell.ts";
import { deadlineOf } from "../chain/deadlineOf.ts";
import { signerOf } from "../chain/signerOf.ts";
import { sign } from "../signing/sign.ts";
import type { Permit } from "../types/Permit.ts";
import { permitMessage } from "./permitMessage.ts";

export interface SignPermitParams {
  readonly token: string;
  readonly spender: string;
  readonly value: bigint; // token wei
  readonly deadline?: bigint; // unix seconds, by default 20 minutes from now
}

/**
 * Has the user sign that `spender` may take `value`; nothing is sent.
 * @throws DatawellError NoSigner, NoPermit, Rejected
 */
export async function signPermit(
  client: Datawell,
  { token, spender, value, deadline: given }: SignPermitParams,
): Promise<Permit> {
  const owner = await signerOf(client).getAddress();
  const deadline = await deadlineOf(client, given);
  const message = await permitMessage(client, { token, owner, spender, value, deadline });
  const { v, r, s } = Signature.from(await sign(client, message));
  return { value, deadline, v: BigInt(v), r, s };
}
