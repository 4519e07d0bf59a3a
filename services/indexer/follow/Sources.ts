import type { Datawell } from "#sdk/chain/datawell.ts";
import type { EventSource } from "#sdk/events/DatawellEvent.ts";
import { sourcesOf } from "#sdk/events/sourcesOf.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";

/** A contract that is followed: of which kind, and of which dataset (its token), if of one. */
export interface Source {
  readonly contract: EventSource;
  readonly token: string;
}

export type Sources = ReadonlyMap<string, Source>;

/** ALITA is not among them: what its holders do with it elsewhere is not Datawell's. */
export function deploymentSources(client: Datawell): Sources {
  const own = [...sourcesOf(client, [])].filter(([, contract]) => contract !== "Alita");
  return new Map(own.map(([address, contract]) => [address, { contract, token: "" }]));
}

/** Sources, and the three contracts of each of these datasets. Addresses in lower case. */
export const withDatasets = (sources: Sources, datasets: readonly Dataset[]): Sources =>
  new Map<string, Source>([
    ...sources,
    ...datasets.flatMap(({ token, pair, pool }): [string, Source][] => [
      [token.toLowerCase(), { contract: "DataToken", token }],
      [pair.toLowerCase(), { contract: "Pair", token }],
      [pool.toLowerCase(), { contract: "DataPool", token }],
    ]),
  ]);
