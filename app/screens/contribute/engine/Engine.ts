import type { TypedDataDomain, TypedDataField } from "ethers";
import type { DeviceJournal } from "#sdk/attestation/DeviceJournal.ts";
import type { RemoteAttestation } from "#sdk/attestation/RemoteAttestation.ts";
import type { Field } from "#sdk/data/table.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";
import type { AppDeployment } from "../../../chain/deployment.ts";
import type { RecordFile } from "../files/readFiles.ts";
import type { Reading } from "../files/Reading.ts";

/** Records to read; what was read before under the same role is forgotten. */
export interface ReadRequest {
  readonly pool: string;
  readonly files: readonly RecordFile[];
  readonly fields?: readonly Field[]; // as declared; else those that the records show
  readonly isUpdate: boolean; // of the parent that was read before
}

/** The records that an update is of. */
export interface ParentRequest {
  readonly files: readonly RecordFile[];
  readonly fields: readonly Field[];
  readonly secret: string; // 32 bytes of hex
}

export interface AttestRequest {
  readonly pool: string;
  readonly provider: string;
  readonly secret: string; // 32 bytes of hex: salts the content root
  readonly metadata: DatasetDocument;
  readonly kind: bigint; // ContributionKind
  readonly parent?: { readonly contentTag: string; readonly secret: string };
}

/** What the chain takes, and the set it must come from. */
export interface Attested extends RemoteAttestation {
  readonly set: AttesterSet;
}

/** What the worker does: it has the records, and gives none of them away. */
export interface Engine {
  readonly open: (deployment: AppDeployment) => void;
  readonly read: (request: ReadRequest) => Promise<Reading>;
  /** Answers the content root under the secret. */
  readonly readParent: (request: ParentRequest) => Promise<string>;
  /** The content root of the records under a secret. */
  readonly commit: (secret: string) => string;
  readonly attest: (request: AttestRequest) => Promise<Attested>;
  /** The attesters behind the hash that a pool keeps. */
  readonly attesterSet: (pool: string) => Promise<AttesterSet>;
}

/** What the page does for the worker. */
export interface Page {
  readonly sign: (
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    value: Record<string, unknown>,
  ) => Promise<string>;
  readonly journal: DeviceJournal["fix"];
  readonly progress: (done: number, of: number, words: string) => void;
}
