import {
  type ByIndex,
  cohortParams,
  createGraph,
  createParty,
  type DeviceStatus,
  type Graph,
  maskInput,
  type Neighbour,
  type PartyKeys,
  type PartySecrets,
  type Reveal,
  revealShares,
  type Round,
  sealShares,
} from "#sdk/reduce/index.ts";

/** Where each device stops, if it does: it takes no part from that step on. */
export type Step = "sharing" | "masking" | "revealing";

export interface Cohort {
  readonly round: string;
  readonly graph: Graph;
  readonly threshold: number;
  readonly roster: readonly PartyKeys[];
  readonly secrets: readonly PartySecrets[];
}

export const bytes32 = (byte: number): string => `0x${byte.toString(16).padStart(2, "0").repeat(32)}`;

/** A round whose vectors are all at hand. */
export interface Played extends Round {
  readonly masked: ReadonlyMap<number, BigUint64Array>;
}

/** Devices that have enrolled. */
export async function enrol(
  size: number,
  { round = bytes32(0xaa), seed = bytes32(0x5e), params = cohortParams({ size }) } = {},
): Promise<Cohort> {
  const parties = await Promise.all(Array.from({ length: size }, () => createParty(round)));
  return {
    round,
    graph: { size, degree: params.degree, seed },
    threshold: params.threshold,
    roster: parties.map(({ keys }) => keys),
    secrets: parties.map(({ secrets }) => secrets),
  };
}

/** A device as it stands at every step: from what it stored, through JSON. */
export function partyOf(cohort: Cohort, index: number) {
  const neighbours: Neighbour[] = createGraph(cohort.graph)(index).map((other) => ({
    index: other,
    keys: cohort.roster[other]!,
  }));
  const { round, threshold } = cohort;
  return JSON.parse(JSON.stringify({ round, index, secrets: cohort.secrets[index]!, neighbours, threshold })) as {
    round: string;
    index: number;
    secrets: PartySecrets;
    neighbours: Neighbour[];
    threshold: number;
  };
}

/** What the coordinator hands a device: the shares sealed for it. */
export function sealedFor(sealed: Round["sealed"], index: number): ByIndex<string> {
  const mine = [...sealed].filter(([, out]) => Object.hasOwn(out, index));
  return Object.fromEntries(mine.map(([from, out]) => [from, out[index]!]));
}

/** The posted statuses that a device looks at. */
export function statusesFor(
  round: Pick<Round, "sealed" | "masked">,
  party: { index: number; neighbours: readonly Neighbour[] },
) {
  const statusOf = (index: number): DeviceStatus =>
    round.masked.has(index) ? "delivered" : round.sealed.has(index) ? "shared" : "absent";
  const positions = [party.index, ...party.neighbours.map(({ index }) => index)];
  return Object.fromEntries(positions.map((index) => [index, statusOf(index)]));
}

/** A whole round, some of whose devices fall silent; what the coordinator is left with. */
export async function play(
  cohort: Cohort,
  inputs: readonly (readonly bigint[])[],
  silent: ByIndex<Step> = {},
): Promise<Played> {
  const indexes = cohort.roster.map((_, index) => index);
  const until = (...steps: Step[]) => indexes.filter((index) => !steps.includes(silent[index]!));
  const sealed = new Map<number, ByIndex<string>>();
  for (const index of until("sharing")) sealed.set(index, await sealShares(partyOf(cohort, index)));
  const masked = new Map<number, BigUint64Array>();
  for (const index of until("sharing", "masking")) {
    masked.set(
      index,
      await maskInput({ ...partyOf(cohort, index), sealedFrom: sealedFor(sealed, index), input: inputs[index]! }),
    );
  }
  const reveals = new Map<number, ByIndex<Reveal>>();
  for (const index of until("sharing", "masking", "revealing"))
    reveals.set(index, await answer(cohort, { sealed, masked }, index));
  const { round, roster, graph, threshold } = cohort;
  return { round, roster, graph, threshold, length: inputs[0]!.length, sealed, masked, reveals };
}

/** What a device reveals. */
export function answer(cohort: Cohort, round: Pick<Round, "sealed" | "masked">, index: number) {
  const party = partyOf(cohort, index);
  return revealShares({ ...party, sealedFrom: sealedFor(round.sealed, index), statuses: statusesFor(round, party) });
}

/** The sum that should come out. */
export const plainSum = (inputs: readonly (readonly bigint[])[], indexes: Iterable<number>): bigint[] =>
  [...indexes].reduce(
    (sum, index) => sum.map((value, i) => value + inputs[index]![i]!),
    inputs[0]!.map(() => 0n),
  );
