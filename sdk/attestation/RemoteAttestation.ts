import type { QualityOptions, QualityParts } from "../data/assessQuality.ts";
import type { Table } from "../data/table.ts";
import type { DatasetDocument } from "../metadata/datasetSchema.ts";
import type { AttesterSet, AttesterSignature } from "../types/Attestation.ts";
import type { Assessment, Contribution } from "../types/Contribution.ts";
import type { DeviceJournal } from "./DeviceJournal.ts";

/** The earlier contribution that a new one updates: the device still has it. */
export interface ParentRecords {
  readonly contentTag: string; // its id on chain
  readonly table: Table; // under the same declaration
  readonly secret: string; // the secret that its content root was made with, 32 bytes of hex
}

/** What a provider's device has attested; everything but the few records that are opened stays where it is. */
export interface RemoteAttestationParams {
  readonly attesters: readonly string[]; // addresses of the attesters' services, such as "https://attester.example"
  readonly set: AttesterSet; // the pool's: whose signatures count and how many it takes
  readonly pool: string;
  readonly table: Table; // under the declared fields of `metadata`
  readonly secret: string; // salts the content root, 32 bytes of hex: keep it as long as the contribution
  readonly journal: DeviceJournal; // keep it as long as the secret
  readonly metadata: DatasetDocument; // the contribution's own document
  readonly dataset?: DatasetDocument; // the dataset's, whose digest is on chain; by default the same as `metadata`
  readonly kind?: bigint; // ContributionKind, by default Device
  readonly parent?: ParentRecords;
  readonly publicKey?: string; // the pool's OPRF key where its maker published one; by default all attesters must agree
  readonly assessedAt?: bigint; // unix seconds at which freshness is measured, by default now
  readonly deadline?: bigint; // unix seconds, last moment to submit, by default a day after `assessedAt`; an attempt before, until its deadline, decides both
  /** Measures the records, by default in this program; a device has the metered one, which finds the same on any machine. */
  readonly measure?: (table: Table, options: QualityOptions) => Promise<QualityParts>;
  readonly fetch?: typeof fetch;
}

/** What `pool.contribute` takes beside the pool and its set. */
export interface RemoteAttestation {
  readonly contribution: Contribution;
  readonly assessment: Assessment;
  readonly signatures: readonly AttesterSignature[];
  readonly refusals: readonly AttesterRefusal[]; // of attesters that the threshold could spare
}

export interface AttesterRefusal {
  readonly attester: string; // its service's address
  readonly code: string;
  readonly fault: string;
  readonly remedy: string;
}
