import { Interface } from "ethers";
import type { Datawell } from "../chain/datawell.ts";
import { type Sent, sent } from "../chain/sent.ts";
import { transact } from "../chain/transact.ts";
import type { PermitParams } from "./permitMessage.ts";

const PERMIT = new Interface(["function permit(address,address,uint256,uint256,bytes)"]);

/**
 * Hands in a permit whose signature is bytes, as accounts that are contracts give it (ERC-1271). Data Tokens and
 * liquidity tokens take it; anyone may send it.
 * @throws DatawellError ERC2612ExpiredSignature, ERC2612InvalidSigner
 */
export async function submitPermit(
  client: Datawell,
  { token, owner, spender, value, deadline, signature }: PermitParams & { readonly signature: string },
): Promise<Sent<{ readonly value: bigint }>> {
  const data = PERMIT.encodeFunctionData("permit", [owner, spender, value, deadline, signature]);
  return sent(await transact(client, { to: token, calls: [data] }), { value });
}
