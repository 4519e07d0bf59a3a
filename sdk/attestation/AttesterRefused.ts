import type { AttesterRefusal } from "./RemoteAttestation.ts";

/** One attester did not do its part: it refused, could not be reached or answered wrongly. */
export class AttesterRefused extends Error {
  override readonly name = "AttesterRefused";
  readonly refusal: AttesterRefusal;

  constructor(refusal: AttesterRefusal) {
    super(`${refusal.attester}: ${refusal.fault}. ${refusal.remedy}.`);
    this.refusal = refusal;
  }
}
