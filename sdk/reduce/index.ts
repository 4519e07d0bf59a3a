/** Private reduce: a sum of vectors of which nobody sees one, with noise inside; docs/spec/private-reduce.md. */

/* COHORT */

/** Neighbours of each device, and how many of them must answer to rebuild one's secrets. */
export interface CohortParams {
  readonly degree: number;
  readonly threshold: number;
}
/** @throws ReduceError CohortTooSmall (fewer than 3), CohortTooHostile */
export declare function cohortParams(cohort: {
  readonly size: number;
  readonly corruptBps?: number; // share of devices that collude with the coordinator; 500
  readonly dropoutBps?: number; // share of devices that drop out after the roster; 1000
}): CohortParams;

export interface Graph {
  readonly size: number;
  readonly degree: number;
  readonly seed: string; // bytes32
}
/** Ascending; never the device itself. O(degree). For all devices of a large graph use `createGraph`. */
export declare function neighboursOf(graph: Graph & { readonly index: number }): readonly number[];
/** The same function with its hashes kept. */
export declare function createGraph(graph: Graph): (index: number) => readonly number[];

/* SECURE SUM: everything is plain JSON but vectors. Positions are those of the roster. */

/** What a device keeps to itself in one round: 32 bytes of hex each. */
export interface PartySecrets {
  readonly maskSecret: string;
  readonly shareSecret: string;
  readonly seed: string;
}
/** What it publishes in the roster: 32 bytes of lower-case hex each. */
export interface PartyKeys {
  readonly maskKey: string;
  readonly shareKey: string;
  readonly seedCommitment: string;
}
export interface Neighbour {
  readonly index: number;
  readonly keys: PartyKeys;
}
export type ByIndex<T> = Readonly<Record<number, T>>;
/** A device in one round. */
export interface Party {
  readonly round: string; // bytes32, the job's id
  readonly index: number;
  readonly secrets: PartySecrets;
  readonly neighbours: readonly Neighbour[]; // all of them, always
}
export type DeviceStatus = "absent" | "shared" | "delivered";
export interface Reveal {
  readonly kind: "seed" | "key";
  readonly share: string;
}

export declare function createParty(
  round: string,
): Promise<{ readonly secrets: PartySecrets; readonly keys: PartyKeys }>;
/** Refuses keys that no honest device sends: low order, another spelling, not 32 bytes. @throws ReduceError BadKey */
export declare function checkKeys(keys: PartyKeys): PartyKeys;
/** One sealed pair of shares for each neighbour, with commitments to them. Keep the answer: every call makes others. */
export declare function sealShares(params: Party & { readonly threshold: number }): Promise<ByIndex<string>>;
/** The input under the device's own mask and one for each neighbour in `sealedFrom`, mod 2^64. @throws ReduceError TooFewShares */
export declare function maskInput(
  params: Party & {
    readonly threshold: number;
    readonly sealedFrom: ByIndex<string>; // what arrived, by sender
    readonly input: readonly bigint[];
  },
): Promise<BigUint64Array>;
/**
 * Shares for the coordinator, once and only for the posted survivors: the seed's of who delivered, the key's of who
 * dropped out. Refuses statuses that contradict `sealedFrom`, the device's own part, or leave it too few neighbours.
 * @throws ReduceError Contradiction, TooFewNeighbours
 */
export declare function revealShares(
  params: Party & {
    readonly threshold: number;
    readonly sealedFrom: ByIndex<string>; // the very same as for `maskInput`
    readonly statuses: ByIndex<DeviceStatus>; // of the device itself and of all its neighbours
  },
): Promise<ByIndex<Reveal>>;

export interface Blame {
  readonly index: number;
  readonly why: "WrongShare" | "WrongKind" | "BadSharing";
}
/**
 * The sum over all that delivered.
 * @throws ReduceError TooFewShares, BadSharing (with `blamed`)
 */
export declare function unmask(params: {
  readonly round: string;
  readonly roster: readonly PartyKeys[];
  readonly graph: Graph;
  readonly threshold: number;
  readonly length: number;
  readonly sealed: ReadonlyMap<number, ByIndex<string>>; // by sender: all that shared
  readonly masked: ReadonlyMap<number, BigUint64Array>; // all that delivered
  readonly reveals: ReadonlyMap<number, ByIndex<Reveal>>; // by who answered
}): Promise<{ readonly sum: readonly bigint[]; readonly blamed: readonly Blame[] }>;

/* DIFFERENTIAL PRIVACY: integers only */

export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}
/** zCDP of a job: epsilon^2 / 2. */
export declare function rhoOf(epsilonWad: bigint): Rational;

/** How each device scales and noises; anybody derives the same from the job's public terms. */
export interface NoisePlan {
  readonly scale: bigint; // outputs are multiplied by it before the noise, so that whole numbers are fine enough
  readonly variance: bigint; // of one device's noise, in scaled units
}
/** @throws ReduceError BadTerms, OutOfRange (the sum might leave 63 bits) */
export declare function noisePlan(terms: {
  readonly length: number; // coordinates
  readonly bound: bigint; // of each coordinate's absolute value
  readonly rho: Rational;
  readonly size: number; // devices in the roster
  readonly honest: number; // devices sure to add noise that nobody can take off: see `honestSurvivors`
}): NoisePlan;
/** Survivors that do not collude, at least: the smallest cohort less all that may be corrupt. @throws ReduceError CohortTooSmall */
export declare function honestSurvivors(cohort: {
  readonly size: number;
  readonly minCohort: number;
  readonly corruptBps?: number;
}): number;
/** Clips to the bound, scales, and adds one device's noise: what goes into `maskInput`. */
export declare function protect(params: {
  readonly values: readonly bigint[];
  readonly bound: bigint;
  readonly plan: NoisePlan;
  readonly random?: RandomBytes;
}): readonly bigint[];
/** The sum in the task's own unit: to the nearest, halves away from zero. */
export declare function unscale(sum: readonly bigint[], plan: NoisePlan): readonly bigint[];
/** Exact sample of the discrete Gaussian over the integers. */
export declare function sampleDiscreteGaussian(variance: Rational, random?: RandomBytes): bigint;
export type RandomBytes = (length: number) => Uint8Array;
