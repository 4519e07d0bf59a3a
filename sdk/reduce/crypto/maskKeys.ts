import { bytesOf } from "./hex.ts";
import { derive } from "./derive.ts";
import { uint32 } from "./uint32.ts";

/** A device's place and mask key. */
export interface MaskEnd {
  readonly index: number;
  readonly maskKey: string;
}

/** Key of the mask that only the device itself knows. */
export const selfMaskKey = (round: Uint8Array, index: number, seed: Uint8Array): Uint8Array =>
  derive("datawell.reduceSelf.v1", { secret: seed, round, context: [uint32(index)] });

/** Key of the mask of two devices, the same from either end. */
export function pairMaskKey(round: Uint8Array, agreed: Uint8Array, ends: readonly [MaskEnd, MaskEnd]): Uint8Array {
  const [low, high] = ends.toSorted((a, b) => a.index - b.index) as [MaskEnd, MaskEnd];
  const context = [uint32(low.index), uint32(high.index), bytesOf(low.maskKey, 32), bytesOf(high.maskKey, 32)];
  return derive("datawell.reduceMask.v1", { secret: agreed, round, context });
}

/** The device with the lower index adds the mask, the other takes it off: in the sum it is gone. */
export const signOf = (index: number, other: number): 1 | -1 => (index < other ? 1 : -1);
