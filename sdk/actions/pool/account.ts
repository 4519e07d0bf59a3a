import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";

export type ProviderAccount = Awaited<ReturnType<typeof account>>;

/**
 * What a pool knows of somebody: stake (`staked`, `unbonding`, `unbondedAt`, `lockedUntil`) and the `room` for more,
 * revenue to claim (ALITA wei), and until when a licence runs (unix seconds).
 */
export async function account(client: Datawell, { pool, who }: { readonly pool: string; readonly who: string }) {
  const at = poolAt(pool);
  const [position, rest, revenue, licensedUntil] = await Promise.all([
    read(client, at, "positionOf", [who]),
    read(client, at, "accountOf", [who]),
    read(client, at, "revenueOf", [who]),
    read(client, at, "licensedUntil", [who]),
  ]);
  return { ...position, ...rest, revenue, licensedUntil };
}
