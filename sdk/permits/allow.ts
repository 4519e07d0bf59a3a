import { tokenAt } from "../chain/contracts.ts";
import type { Datawell } from "../chain/datawell.ts";
import { encode } from "../chain/encode.ts";
import { providerOf } from "../chain/providerOf.ts";
import { read } from "../chain/read.ts";
import { signerOf } from "../chain/signerOf.ts";
import { transact } from "../chain/transact.ts";
import { DatawellError } from "../errors/DatawellError.ts";
import type { Permit } from "../types/Permit.ts";

export interface AllowParams {
  readonly token: string;
  readonly spender: string;
  readonly amount: bigint; // token wei
}

const DELEGATED = "0xef0100"; // EIP-7702: an account with a key all the same

/**
 * Sees to it that `spender` may take `amount` of the user's tokens: nothing to do if it may already, else a permit to
 * be handed in with the action. Only where permits do not work (an old token, an account that is a contract) an
 * approval is sent before.
 * @returns the permit to hand in, or undefined
 * @throws DatawellError NoSigner, Rejected
 */
export async function allow(client: Datawell, { token, spender, amount }: AllowParams): Promise<Permit | undefined> {
  if (amount === 0n) return undefined;
  const owner = await signerOf(client).getAddress();
  if ((await read(client, tokenAt(token), "allowance", [owner, spender])) >= amount) return undefined;
  if (await hasKey(client, owner)) {
    const { signPermit } = await import("./signPermit.ts"); // whoever only looks needs no typed data
    const permit = await signPermit(client, { token, spender, value: amount }).catch(unlessNoPermit);
    if (permit !== undefined) return permit;
  }
  await transact(client, { to: token, calls: [encode(tokenAt(token), "approve", [spender, amount])] });
  return undefined;
}

async function hasKey(client: Datawell, owner: string): Promise<boolean> {
  const code = await providerOf(client).getCode(owner);
  return code === "0x" || code.startsWith(DELEGATED);
}

function unlessNoPermit(error: unknown): undefined {
  if (error instanceof DatawellError && error.name === "NoPermit") return undefined;
  throw error;
}
