/** What an attestation goes through, in this order. */
export const ATTEST_STEPS = [
  "Asking the attesters for their terms",
  "Making the fingerprints, which nobody sees unblinded",
  "Hashing the records and stating their quality",
  "Opening the few records that the attesters drew",
] as const;

/** The step that a request to an attester belongs to, as the index of its sentence. */
export function attestStepOf(path: string): number {
  if (path.endsWith("/openings")) return 3;
  if (path.includes("/contributions")) return 2;
  return path.includes("/evaluations") ? 1 : 0;
}
