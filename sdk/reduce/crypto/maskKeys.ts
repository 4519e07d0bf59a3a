import type { Mask } from "./applyMasks.ts";
import { derive } from "./derive.ts";
import { uint32 } from "./uint32.ts";

/** A device's place and its public mask key. */
export interface MaskEnd {
  readonly index: number;
  readonly maskKey: Uint8Array;
}

/** Key of the mask that only the device itself knows. */
export const selfMaskKey = (round: Uint8Array, index: number, seed: Uint8Array): Uint8Array =>
  derive("datawell.reduceSelf.v1", { secret: seed, round, context: [uint32(index)] });

/**
 * The mask that a device shares with another, from what their keys agree on. Both derive the same key; the device with
 * the lower index adds it, the other takes it off, and in the sum it is gone.
 */
export function pairMask(round: Uint8Array, agreed: Uint8Array, [own, other]: readonly [MaskEnd, MaskEnd]): Mask {
  const first = own.index < other.index;
  const [low, high] = first ? [own, other] : [other, own];
  const context = [uint32(low.index), uint32(high.index), low.maskKey, high.maskKey];
  return { key: derive("datawell.reduceMask.v1", { secret: agreed, round, context }), sign: first ? 1 : -1 };
}
