import { ristretto255_oprf as suite } from "@noble/curves/ed25519.js";

/** The library has it in this mode as well; its types tell of it in another mode only. */
interface Direct {
  evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array;
}

/** RFC 9497 over ristretto255 with SHA-512, in its verifiable mode. */
export const voprf = suite.voprf as typeof suite.voprf & Direct;

/** Elements in one evaluation: the 64 lanes of a sketch and some to spare. One proof covers them all. */
export const MAX_ELEMENTS = 128;

/** Random bytes; tests pass those of the RFC's vectors. */
export type RandomBytes = (length?: number) => Uint8Array;
