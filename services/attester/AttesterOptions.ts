import type { SampleSize } from "#sdk/attestation/challenge.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Limits } from "../shared/http/index.ts";
import type { Log } from "../shared/log/index.ts";

/** What one account, or all together, may ask in a day (UTC). */
export interface Quotas {
  readonly elements: number; // blinded elements of one account; a sketch takes 66
  readonly networkElements: number; // of all accounts that ask from one network: accounts cost nothing
  readonly allElements: number; // of all together; the half of it is for accounts that the pool accepted something of
  readonly submissions: number; // contributions that one account submits, taken or refused: each is one draw of what is opened
  readonly openings: number; // attempts of one account to open
}

export const DEFAULT_QUOTAS: Quotas = {
  elements: 66 * 40,
  networkElements: 66 * 400,
  allElements: 2_000_000,
  submissions: 40,
  openings: 200,
};

/** Opened of each contribution; docs/spec/attestation.md says what this many catch. */
export const DEFAULT_SAMPLE: SampleSize = { records: 64, lanes: 16 };

export interface AttesterOptions {
  /** The deployment, seen by the attester's account: it must sign typed data and read the chain. */
  readonly client: Datawell;
  /** The secret that the pool's attesters share, 32 bytes of hex: key of tags and sketches. */
  readonly secret: string;
  /** The pools that this attester serves; all that are asked for unless told otherwise. */
  readonly pools?: readonly string[];
  /** Address of the database, as `openDatabase` takes it. */
  readonly database: string;
  /** File of the journal, to share it with the command line; in the database unless told otherwise. */
  readonly journal?: string;
  readonly sample?: SampleSize;
  /** Age in seconds at which a record has lost all freshness; all attesters of a pool use the same. */
  readonly freshnessHorizon?: number;
  readonly quotas?: Partial<Quotas>;
  readonly log: Log;
  readonly port?: number;
  readonly host?: string;
  /** Addresses under which devices know this service, besides the one it listens at. */
  readonly publicUrls?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly clock?: () => number; // milliseconds since 1970
}
