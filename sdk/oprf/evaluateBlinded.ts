import { getBytes, hexlify } from "ethers";
import { checkCount, elementBytes } from "./elements.ts";
import { OprfError } from "./OprfError.ts";
import type { OprfKey } from "./oprfKey.ts";
import { type RandomBytes, voprf } from "./suite.ts";

/** What the key's holder answers. */
export interface Evaluation {
  readonly evaluated: readonly string[]; // elements in the order of the blinded ones
  readonly proof: string; // 64 bytes: all were multiplied by the key behind the public key (batched DLEQ)
}

/**
 * Evaluates what it cannot see, and proves that it used its published key for every element.
 * @throws OprfError NoElements, TooManyElements, NotAnElement
 */
export function evaluateBlinded(
  { secretKey, publicKey }: OprfKey,
  blinded: readonly string[],
  random?: RandomBytes,
): Evaluation {
  checkCount(blinded.length);
  const elements = blinded.map(elementBytes);
  try {
    const { evaluated, proof } = voprf.blindEvaluateBatch(secretKey, getBytes(publicKey), elements, random);
    return { evaluated: evaluated.map((element) => hexlify(element)), proof: hexlify(proof) };
  } catch {
    throw new OprfError(
      "NotAnElement",
      "an element is not the encoding of a ristretto255 point, or is the identity",
      "Send elements as `blind` makes them",
    );
  }
}
