import { corruptNeighbours } from "../cohort/corruptNeighbours.ts";
import { createGraph, type Graph } from "../cohort/createGraph.ts";
import { addVector, applyMasks, type Mask } from "../crypto/applyMasks.ts";
import { bytesOf } from "../crypto/hex.ts";
import { pairMask, selfMaskKey } from "../crypto/maskKeys.ts";
import { createAgreement } from "../crypto/x25519.ts";
import type { ByIndex, PartyKeys } from "../party/Party.ts";
import type { Reveal } from "../party/revealShares.ts";
import { type Blame, isProven, ReduceError } from "../ReduceError.ts";
import { createPauses } from "./createPauses.ts";
import { isUnopened } from "./isUnopened.ts";
import { type Evidence, rebuildSecret } from "./rebuildSecret.ts";

/** The masked vectors of the devices that delivered: a Map, or one whose entries come from a disk as they are wanted. */
export interface MaskedVectors {
  readonly has: (index: number) => boolean;
  readonly keys: () => Iterable<number>;
  readonly entries: () => Iterable<Entry> | AsyncIterable<Entry>;
}

type Entry = readonly [index: number, vector: BigUint64Array];

/** All that a coordinator has of a round. */
export interface Round {
  readonly round: string; // bytes32: the job's id
  readonly roster: readonly PartyKeys[];
  readonly graph: Graph;
  readonly threshold: number;
  readonly length: number; // coordinates
  readonly sealed: ReadonlyMap<number, ByIndex<string>>; // what each device that shared sealed, by receiver
  readonly masked: MaskedVectors; // of each that delivered: the posted survivors
  readonly reveals: ReadonlyMap<number, ByIndex<Reveal>>; // of each that answered
}

/** The sum over the survivors, and who did not do its part though the sum came about. */
export interface Unmasked {
  readonly sum: readonly bigint[]; // each in [-2^63, 2^63)
  readonly blamed: readonly Blame[];
}

/**
 * Takes all masks off the sum: the survivors' own by their seeds, and those that drop-outs share with survivors by the
 * drop-outs' keys. Wrong shares are put aside by their commitments and their senders blamed. Of the vectors one is in
 * use at a time.
 * @throws ReduceError TooFewShares, BadSharing (a device dealt shares that fit no secret of its own), both with the
 * `blamed`; WrongLength, Contradiction (a vector of a device that did not share, or none of one that delivered)
 */
export async function unmask(params: Round): Promise<Unmasked> {
  checkShared(params);
  const neighboursOf = createGraph(params.graph);
  const { secrets, blamed } = await rebuildAll(params, neighboursOf);
  const sum = await sumOfSurvivors(params, secrets);
  for (const [index, secret] of secrets) {
    if (params.masked.has(index)) continue;
    const survivors = neighboursOf(index).filter((other) => params.masked.has(other));
    applyMasks(sum, await dropoutMasks(params, { index, secret, survivors }));
  }
  return { sum: Array.from(sum, (value) => BigInt.asIntN(64, value)), blamed };
}

/** All vectors, each without its device's own mask. */
async function sumOfSurvivors(
  { round, length, masked }: Round,
  secrets: ReadonlyMap<number, Uint8Array>,
): Promise<BigUint64Array> {
  const sum = new BigUint64Array(length);
  const missing = new Set(masked.keys());
  const pause = createPauses();
  for await (const [index, vector] of masked.entries()) {
    if (vector.length !== length) throw wrongLength(index, vector.length, length);
    addVector(sum, vector);
    applyMasks(sum, [{ key: selfMaskKey(bytesOf(round, 32), index, secrets.get(index) as Uint8Array), sign: -1 }]);
    missing.delete(index);
    await pause();
  }
  if (missing.size === 0) return sum;
  const fault = `the vectors of devices ${list([...missing])} are not there`;
  throw new ReduceError("Contradiction", fault, "Bring all that the survivors root calls delivered");
}

interface Dropout {
  readonly index: number;
  readonly secret: Uint8Array; // its mask secret, rebuilt
  readonly survivors: readonly number[]; // neighbours that delivered
}

/** What a drop-out would have put on to cancel the masks that survivors put on for it. */
async function dropoutMasks({ round, roster }: Round, { index, secret, survivors }: Dropout): Promise<Mask[]> {
  const { publicKey: maskKey, agree } = await createAgreement(secret);
  return Promise.all(
    survivors.map(async (survivor) => {
      const other = { index: survivor, maskKey: bytesOf((roster[survivor] as PartyKeys).maskKey, 32) };
      return pairMask(bytesOf(round, 32), await agree(other.maskKey), [{ index, maskKey }, other]);
    }),
  );
}

type Neighbours = (index: number) => readonly number[];

/** The seed of each survivor, and the mask secret of each drop-out that a survivor shares a mask with. */
async function rebuildAll(params: Round, neighboursOf: Neighbours) {
  const { masked, sealed, reveals } = params;
  const corrupt = corruptNeighbours(params.graph);
  const secrets = new Map<number, Uint8Array>();
  const blamed: Blame[] = [];
  const failed: number[] = [];
  const pause = createPauses();
  for (const index of sealed.keys()) {
    const neighbours = neighboursOf(index);
    if (!masked.has(index) && !neighbours.some((other) => masked.has(other))) continue;
    const rebuilt = await rebuildSecret(evidenceOn(params, index, neighbours));
    blamed.push(...rebuilt.blamed);
    if (isUnopened({ dealer: index, neighbours, reveals, corrupt })) blamed.push({ index, why: "Unopened" });
    if (rebuilt.secret === undefined) failed.push(index);
    else secrets.set(index, rebuilt.secret);
    await pause();
  }
  if (failed.length > 0) throw notRebuilt(failed, once(blamed));
  return { secrets, blamed: once(blamed) };
}

/** What the neighbours revealed of one device, next to what it had sealed for them. */
function evidenceOn(params: Round, index: number, neighbours: readonly number[]): Evidence {
  const { round, roster, sealed, masked, reveals, threshold } = params;
  return {
    round: bytesOf(round, 32),
    index,
    keys: roster[index] as PartyKeys,
    kind: masked.has(index) ? "seed" : "key",
    threshold,
    shares: neighbours.flatMap((from) => {
      const reveal = reveals.get(from)?.[index];
      return reveal === undefined ? [] : [{ from, reveal, sealed: sealed.get(index)?.[from] }];
    }),
  };
}

function checkShared({ masked, sealed }: Round): void {
  for (const index of masked.keys()) {
    if (sealed.has(index)) continue;
    const fault = `device ${index} delivered but never shared`;
    throw new ReduceError("Contradiction", fault, "Refuse vectors of devices that did not share");
  }
}

const wrongLength = (index: number, have: number, need: number): ReduceError =>
  new ReduceError(
    "WrongLength",
    `the vector of device ${index} has ${have} coordinates, not ${need}`,
    "Refuse such a vector when it comes",
  );

/** Each blame once, by position; who provably lied is not suspected beside. */
function once(blamed: readonly Blame[]): readonly Blame[] {
  const proven = new Set(blamed.filter(isProven).map(({ index }) => index));
  const distinct = new Map(
    blamed
      .filter((blame) => isProven(blame) || !proven.has(blame.index))
      .map((blame) => [`${blame.index} ${blame.why}`, blame]),
  );
  return [...distinct.values()].toSorted((a, b) => a.index - b.index);
}

function notRebuilt(failed: readonly number[], blamed: readonly Blame[]): ReduceError {
  const spoilt = blamed.filter(({ index, why }) => why === "BadSharing" && failed.includes(index));
  if (spoilt.length > 0) {
    const fault = `devices ${list(spoilt.map(({ index }) => index))} dealt shares that do not make their secrets`;
    return new ReduceError("BadSharing", fault, "Give this round up, and leave them out of the next", blamed);
  }
  const fault = `too few neighbours answered for the secrets of devices ${list(failed)}`;
  return new ReduceError("TooFewShares", fault, "Wait for more answers, or give this round up", blamed);
}

const list = (indexes: readonly number[]): string =>
  `${indexes.slice(0, 10).join(", ")}${indexes.length > 10 ? " ..." : ""}`;
