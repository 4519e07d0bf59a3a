import { RouterAbi } from "../abis.ts";
import type { Datawell } from "../chain/datawell.ts";
import { interfaceOf } from "../chain/interfaceOf.ts";
import { allow } from "./allow.ts";

/** What a call takes of the user's tokens. */
export interface Taking {
  readonly token: string;
  readonly amount: bigint; // token wei
}

/**
 * The calls that make `call` of a pair, pool, router or the billing go through in one transaction: the permits it needs, then
 * itself.
 * @throws DatawellError NoSigner, Rejected
 */
export async function withPermits(
  client: Datawell,
  spender: string,
  takings: readonly Taking[],
  call: string,
): Promise<readonly string[]> {
  const calls: string[] = [];
  for (const { token, amount } of takings) {
    const permit = await allow(client, { token, spender, amount }); // one signature at a time
    if (permit === undefined) continue;
    const { value, deadline, v, r, s } = permit;
    calls.push(
      interfaceOf(RouterAbi, "selfPermit").encodeFunctionData("selfPermit", [token, value, deadline, v, r, s]),
    );
  }
  return [...calls, call];
}
