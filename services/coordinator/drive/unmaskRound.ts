import { unmask, unscale } from "#sdk/reduce/index.ts";
import { decodeMasked } from "#sdk/rounds/masked.ts";
import { graphSeed } from "#sdk/rounds/roster.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import type { Round } from "../core/Round.ts";
import type { Blame } from "../store/createBlames.ts";
import type { Messages } from "../store/createMessages.ts";
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
  const [roster, sealed, delivered, reveals] = await Promise.all([
    members.all(jobId),
    messages.sealed(jobId),
    messages.heard(jobId, "input"),
    messages.reveals(jobId),
  ]);
  const { degree, threshold, plan } = roundTerms({ ...round, size: roster.length });
  const { sum, blamed } = await unmask({
    round: jobId,
    roster: roster.map(({ signed }) => keysOf(signed.enrolment)),
    graph: { size: roster.length, degree, seed: graphSeed(jobId, rosterBlock) },
    threshold,
    length,
    sealed,
    masked: {
      has: (index) => delivered.has(index),
      keys: () => delivered,
      entries: () => vectorsOf(messages, jobId, length),
    },
    reveals,
  });
  return { sum: plan === undefined ? sum : unscale(sum, plan), blames: blamesOf(blamed) };
}

const AT_ONCE = 32; // vectors in memory: of the longest, 22 MB of text

/** The vectors of a round, a page at a time: all of them would be gigabytes. */
async function* vectorsOf(messages: Messages, jobId: string, length: number) {
  for (let after = -1; ;) {
    const page = await messages.inputs(jobId, { after, most: AT_ONCE });
    for (const { index, masked } of page) yield [index, decodeMasked(masked, length)] as const;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.index;
  }
}

/** Devices that are blamed, once each, as they are kept. */
export function blamesOf(blamed: readonly { readonly index: number; readonly why: string }[]): readonly Blame[] {
  const byPosition = new Map(blamed.map(({ index, why }) => [index, why]));
  return [...byPosition].map(([position, why]) => ({ position, why }));
}
