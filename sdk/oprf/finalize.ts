import { getBytes, isHexString } from "ethers";
import type { Blinded } from "./blind.ts";
import { elementBytes } from "./elements.ts";
import type { Evaluation } from "./evaluateBlinded.ts";
import { OprfError } from "./OprfError.ts";
import { voprf } from "./suite.ts";

/**
 * Takes the blinds off: 64 bytes per input, the same as `evaluate` gives the key's holder.
 * @throws OprfError BadProof where the elements were not all evaluated under this public key; WrongLength
 */
export function finalize(
  inputs: readonly Blinded[],
  { evaluated, proof }: Evaluation,
  publicKey: string,
): readonly Uint8Array[] {
  if (evaluated.length !== inputs.length) {
    throw new OprfError(
      "WrongLength",
      `${evaluated.length} elements answer ${inputs.length}`,
      "Ask another attester: this one does not keep to the protocol",
    );
  }
  const items = inputs.map(({ input, blind, blinded }, i) => ({
    input,
    blind,
    blinded: elementBytes(blinded),
    evaluated: elementBytes(evaluated[i] as string),
  }));
  const key = elementBytes(publicKey);
  if (!isHexString(proof, 64)) throw badProof();
  try {
    return voprf.finalizeBatch(items, key, getBytes(proof));
  } catch {
    throw badProof();
  }
}

const badProof = (): OprfError =>
  new OprfError(
    "BadProof",
    "the proof does not show that the answer was made with the attesters' published key",
    "Ask another attester: this one uses a key of its own, or answers wrongly",
  );
