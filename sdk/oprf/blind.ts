import { hexlify } from "ethers";
import { checkCount } from "./elements.ts";
import { type RandomBytes, voprf } from "./suite.ts";

/** An input with what hides it; whoever keeps the blind can take it off again. */
export interface Blinded {
  readonly input: Uint8Array;
  readonly blind: Uint8Array; // secret scalar
  readonly blinded: string; // element to send, 32 bytes of hex: says nothing about the input
}

/**
 * Hides inputs from the key's holder, each behind a random scalar of its own.
 * @throws OprfError NoElements, TooManyElements
 */
export function blind(inputs: readonly Uint8Array[], random?: RandomBytes): readonly Blinded[] {
  checkCount(inputs.length);
  return inputs.map((input) => {
    const { blind: scalar, blinded } = voprf.blind(input, random);
    return { input, blind: scalar, blinded: hexlify(blinded) };
  });
}
