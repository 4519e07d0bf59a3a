import type { AttesterSignature } from "../../types/Attestation.ts";
import { byAddress } from "./byAddress.ts";

/** Signatures in the order in which contracts take them, so that none is given twice: by attester. */
export const ascending = (signatures: readonly AttesterSignature[]): readonly AttesterSignature[] =>
  signatures.toSorted((a, b) => byAddress(a.attester, b.attester));
