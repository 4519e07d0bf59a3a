import type { Datawell } from "./datawell.ts";
import { providerOf } from "./providerOf.ts";

/** The later of the chain's clock and this machine's, unix seconds: an idle chain's clock stands still. */
export async function now(client: Datawell): Promise<bigint> {
  const block = await providerOf(client).getBlock("latest");
  const here = Math.floor(Date.now() / 1_000);
  return BigInt(Math.max(block?.timestamp ?? 0, here));
}
