import { applyMasks, type Mask } from "../crypto/applyMasks.ts";
import { bytesOf } from "../crypto/hex.ts";
import { pairMask, selfMaskKey } from "../crypto/maskKeys.ts";
import { createAgreement } from "../crypto/x25519.ts";
import { ReduceError } from "../ReduceError.ts";
import { checkNeighbours } from "./channels.ts";
import { checkKeys } from "./checkKeys.ts";
import type { ByIndex, Neighbour, Party } from "./Party.ts";
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
  applyMasks(vector, await masksOf(party, senders));
  return vector;
}

/** The device's own mask, and those that it shares. */
async function masksOf({ round: jobId, index, secrets }: Party, senders: readonly Neighbour[]): Promise<Mask[]> {
  const round = bytesOf(jobId, 32);
  const { publicKey: maskKey, agree } = await createAgreement(bytesOf(secrets.maskSecret, 32));
  const own = { index, maskKey };
  const shared = senders.map(async (sender): Promise<Mask> => {
    const other = { index: sender.index, maskKey: bytesOf(checkKeys(sender.keys).maskKey, 32) };
    return pairMask(round, await agree(other.maskKey), [own, other]);
  });
  return [{ key: selfMaskKey(round, index, bytesOf(secrets.seed, 32)), sign: 1 }, ...(await Promise.all(shared))];
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
