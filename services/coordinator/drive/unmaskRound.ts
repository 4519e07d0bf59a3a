import { unmask, unscale } from "#sdk/reduce/index.ts";
import { decodeMasked } from "#sdk/rounds/masked.ts";
import type { InputMessage, RevealsMessage } from "#sdk/rounds/messages.ts";
import { graphSeed } from "#sdk/rounds/roster.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import type { Round } from "../core/Round.ts";
import type { Blame } from "../store/createBlames.ts";
import type { Store } from "../store/createStore.ts";
import { keysOf } from "./keysOf.ts";

export interface Unmasked {
  readonly sum: readonly bigint[]; // in the task's own units
  readonly blames: readonly Blame[];
}

/**
 * The sum of all vectors that were delivered, from what their neighbours revealed.
 * @throws ReduceError TooFewShares, BadSharing
 */
export async function unmaskRound({ members, messages }: Store, round: Round, rosterBlock: string): Promise<Unmasked> {
  const { jobId, task } = round;
  const { length } = task.output;
  const [roster, sealed, inputs, answers] = await Promise.all([
    members.all(jobId),
    messages.sealed(jobId),
    messages.all<InputMessage>(jobId, "input"),
    messages.all<RevealsMessage>(jobId, "reveals"),
  ]);
  const { degree, threshold, plan } = roundTerms({ ...round, size: roster.length });
  const { sum, blamed } = await unmask({
    round: jobId,
    roster: roster.map(({ signed }) => keysOf(signed.enrolment)),
    graph: { size: roster.length, degree, seed: graphSeed(jobId, rosterBlock) },
    threshold,
    length,
    sealed,
    masked: new Map(inputs.map(({ index, masked }) => [index, decodeMasked(masked, length)])),
    reveals: new Map(answers.map(({ index, reveals }) => [index, reveals])),
  });
  return { sum: plan === undefined ? sum : unscale(sum, plan), blames: blamesOf(blamed) };
}

/** Devices that are blamed, once each, as they are kept. */
export function blamesOf(blamed: readonly { readonly index: number; readonly why: string }[]): readonly Blame[] {
  const byPosition = new Map(blamed.map(({ index, why }) => [index, why]));
  return [...byPosition].map(([position, why]) => ({ position, why }));
}
