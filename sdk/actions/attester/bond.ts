import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";

/** An attester's bond (ALITA wei), whether its signatures count now, and the registry's minimum. */
export async function bond(client: Datawell, { attester }: { readonly attester: string }) {
  const [held, active, minBond] = await Promise.all([
    read(client, client.registry, "bondOf", [attester]),
    read(client, client.registry, "isActive", [attester]),
    read(client, client.registry, "minBond", []),
  ]);
  return { ...held, active, minBond };
}
