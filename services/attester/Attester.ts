import type { SampleSize } from "#sdk/attestation/challenge.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { OprfKey } from "#sdk/oprf/oprfKey.ts";
import type { Database } from "../shared/database/index.ts";
import type { Log } from "../shared/log/index.ts";
import type { Quotas } from "./AttesterOptions.ts";
import type { Journal } from "./journal/Journal.ts";
import type { Accepted } from "./state/createAccepted.ts";

/** A running attester: what its routes and checks work with. */
export interface Attester {
  readonly client: Datawell;
  readonly address: string;
  readonly key: OprfKey;
  readonly challengeSecret: string; // this attester's own, 32 bytes of hex
  readonly serves: (pool: string) => boolean;
  readonly sample: SampleSize;
  readonly freshnessHorizon: number; // seconds
  readonly contributionsOf: Accepted;
  readonly proxies: number; // trusted ones in front, which tell the clients' addresses
  readonly quotas: Quotas;
  readonly database: Database;
  readonly journal: Journal;
  readonly log: Log;
  readonly clock: () => number; // milliseconds since 1970
}
