import type { OprfKey } from "./oprfKey.ts";
import { voprf } from "./suite.ts";

/** The function's 64 bytes for an input that the key's holder sees: the same that a device gets blinded. */
export const evaluate = ({ secretKey }: Pick<OprfKey, "secretKey">, input: Uint8Array): Uint8Array =>
  voprf.evaluate(secretKey, input);
