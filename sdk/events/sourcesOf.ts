import type { Datawell } from "../chain/datawell.ts";
import type { Dataset } from "../types/Dataset.ts";
import type { EventSource } from "./DatawellEvent.ts";

/** Which kind of contract is at which address (lower case). */
export function sourcesOf(client: Datawell, datasets: readonly Dataset[]): ReadonlyMap<string, EventSource> {
  const entries: readonly (readonly [string, EventSource])[] = [
    [client.alita.address, "Alita"],
    [client.registry.address, "AttesterRegistry"],
    [client.factory.address, "DatasetFactory"],
    [client.billing.address, "ComputeBilling"],
    [client.board.address, "BulletinBoard"],
    ...datasets.flatMap(({ token, pair, pool }) => [
      [token, "DataToken"] as const,
      [pair, "Pair"] as const,
      [pool, "DataPool"] as const,
    ]),
  ];
  return new Map(entries.map(([address, source]) => [address.toLowerCase(), source]));
}
