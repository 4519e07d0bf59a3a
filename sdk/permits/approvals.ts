import type { Call } from "../chain/Batch.ts";
import { tokenAt } from "../chain/contracts.ts";
import type { Datawell } from "../chain/datawell.ts";
import { encode } from "../chain/encode.ts";
import { read } from "../chain/read.ts";
import { signerOf } from "../chain/signerOf.ts";
import type { Taking } from "./withPermits.ts";

/** The approvals that are still missing before a spender may take that much: exact, never unlimited. */
export async function approvals(client: Datawell, spender: string, takings: readonly Taking[]): Promise<Call[]> {
  const owner = await signerOf(client).getAddress();
  const allowed = await Promise.all(
    takings.map(({ token }) => read(client, tokenAt(token), "allowance", [owner, spender])),
  );
  const missing = takings.filter(({ amount }, index) => (allowed[index] ?? 0n) < amount);
  return missing.map(({ token, amount }) => ({
    to: token,
    data: encode(tokenAt(token), "approve", [spender, amount]),
  }));
}
