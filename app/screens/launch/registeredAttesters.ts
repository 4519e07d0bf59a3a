import { bond } from "#sdk/actions/attester/bond.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { readEvents } from "#sdk/events/readEvents.ts";

/** An attester who put money behind its word. */
export interface Registered {
  readonly attester: string;
  readonly amount: bigint; // ALITA wei
}

/** All whose signatures count now, the largest bond first. */
export async function registeredAttesters(client: Datawell): Promise<readonly Registered[]> {
  const events = await readEvents(client, { at: client.registry, event: "Register" });
  const ever = [...new Set(events.map(({ attester }) => attester))];
  const bonds = await Promise.all(ever.map((attester) => bond(client, { attester })));
  return ever
    .map((attester, index) => ({ attester, amount: bonds[index]?.amount ?? 0n, isActive: bonds[index]?.active }))
    .filter(({ isActive }) => isActive)
    .toSorted((a, b) => (a.amount < b.amount ? 1 : -1));
}
