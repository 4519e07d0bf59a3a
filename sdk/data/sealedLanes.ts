import { concat, getBytes, toBeHex, toUtf8Bytes } from "ethers";
import type { PreLane } from "../math/minHash.ts";
import { evaluate } from "../oprf/evaluate.ts";
import type { OprfKey } from "../oprf/oprfKey.ts";

const DOMAIN = toUtf8Bytes("datawell.sketchLane.v2");

/** What the attesters' function is asked for lane `lane`: its number (1 byte) and its pre-lane (4 bytes). */
export const laneInput = (lane: number, { value }: Pick<PreLane, "value">): Uint8Array =>
  getBytes(concat([DOMAIN, toBeHex(lane, 1), toBeHex(value, 4)]));

/** The lane in the function's answer, one hex digit: the low 4 bits of its first byte. */
export const laneIn = (output: Uint8Array): string => ((output[0] as number) & 15).toString(16);

/** One lane, for who holds the key. */
export const sealLane = (key: OprfKey, lane: number, preLane: Pick<PreLane, "value">): string =>
  laneIn(evaluate(key, laneInput(lane, preLane)));
