import { applyMask } from "../crypto/maskStream.ts";
import { bytesOf, hexOf } from "../crypto/hex.ts";
import { pairMaskKey, selfMaskKey, signOf } from "../crypto/maskKeys.ts";
import { createAgreement, publicKeyOf } from "../crypto/x25519.ts";
import { ReduceError } from "../ReduceError.ts";
import { checkNeighbours } from "./channels.ts";
import { checkKeys } from "./checkKeys.ts";
import type { ByIndex, Party } from "./Party.ts";
import { sendersAmong } from "./sendersAmong.ts";

const LIMIT = 2n ** 63n;

/**
 * The input mod 2^64 under the device's own mask and one for each neighbour whose shares arrived. The same arguments
 * give the same vector. Never mask two different inputs in one round: their difference would show.
 * @throws ReduceError TooFewShares (fewer neighbours than the threshold shared), OutOfRange, BadKey, NotAPosition
 */
export async function maskInput({
  threshold,
  sealedFrom,
  input,
  ...party
}: Party & {
  readonly threshold: number;
  readonly sealedFrom: ByIndex<string>; // what arrived, by sender; keep it for revealShares
  readonly input: readonly bigint[]; // each in [-2^63, 2^63)
}): Promise<BigUint64Array> {
  checkNeighbours(party);
  const senders = sendersAmong(party.neighbours, sealedFrom);
  if (senders.length < threshold) throw tooFew(senders.length, threshold);
  const vector = toVector(input);
  const round = bytesOf(party.round, 32);
  applyMask(vector, selfMaskKey(round, party.index, bytesOf(party.secrets.seed, 32)), 1);
  const secret = bytesOf(party.secrets.maskSecret, 32);
  const own = { index: party.index, maskKey: hexOf(await publicKeyOf(secret)) };
  const agree = await createAgreement(secret);
  const others = senders.map(({ index, keys }) => ({ index, maskKey: checkKeys(keys).maskKey }));
  const agreed = await Promise.all(others.map(({ maskKey }) => agree(bytesOf(maskKey, 32))));
  others.forEach((other, i) => {
    applyMask(vector, pairMaskKey(round, agreed[i] as Uint8Array, [own, other]), signOf(own.index, other.index));
  });
  return vector;
}

/** Whole numbers mod 2^64. */
function toVector(input: readonly bigint[]): BigUint64Array {
  if (input.every((value) => value >= -LIMIT && value < LIMIT)) return BigUint64Array.from(input);
  throw new ReduceError(
    "OutOfRange",
    "a coordinate is beyond 63 bits",
    "Clip the input, and mind the scale of its noise",
  );
}

const tooFew = (have: number, need: number): ReduceError =>
  new ReduceError(
    "TooFewShares",
    `${have} neighbours sent shares, ${need} are needed`,
    "Send nothing in this round: the sum could not be unmasked",
  );
