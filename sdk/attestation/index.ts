/** Attestation of records that stay on their device: what a provider calls; docs/spec/attestation.md. */
export { AttestationError, type AttestationErrorCode } from "./AttestationError.ts";
export { attestRemotely } from "./attestRemotely.ts";
export { type DeviceJournal, journalInMemory, journalOn, type Shelf } from "./DeviceJournal.ts";
export type {
  AttesterRefusal,
  ParentRecords,
  RemoteAttestation,
  RemoteAttestationParams,
} from "./RemoteAttestation.ts";
