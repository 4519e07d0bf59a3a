import { settlementOf } from "#sdk/actions/compute/settlementOf.ts";
import { payoutTotal } from "#sdk/math/sumTree.ts";
import { isProven, ReduceError } from "#sdk/reduce/index.ts";
import type { ResultDocument } from "#sdk/rounds/answers.ts";
import { documentDigest } from "#sdk/rounds/digest.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import type { Context } from "../api/Context.ts";
import { mostDevices } from "../core/mostDevices.ts";
import { payoutsOf } from "../core/payoutsOf.ts";
import type { Round, Stage } from "../core/Round.ts";
import { isOver, stageEnd } from "../core/stageEnd.ts";
import type { Blame } from "../store/createBlames.ts";
import { fail, failed } from "./fail.ts";
import { keepPosted } from "./keepPosted.ts";
import { settle, watch } from "./settle.ts";
import { blamesOf, type Unmasked, unmaskRound } from "./unmaskRound.ts";

type Step = (context: Context, round: Round) => Promise<void>;

const STEPS: Readonly<Record<Stage, Step>> = {
  enrolling: closeRoster,
  sharing: endSharing,
  masking: endMasking,
  unmasking: endUnmasking,
  offered: settle,
  settled: watch,
  failed: async () => undefined,
};

/** Takes a round as far as it can go now. Doing it twice, or from two processes, does no more than once. */
export async function advance(context: Context, round: Round): Promise<void> {
  const { stage, job } = round;
  if (stage !== "offered" && stage !== "settled" && (await context.chain.time()) > Number(job.deadline)) {
    return fail(context, round, "the job's deadline passed");
  }
  await STEPS[stage](context, round);
}

async function closeRoster(context: Context, round: Round): Promise<void> {
  const { store, rules, now } = context;
  const { jobId, job, enrolled, units } = round;
  const full = enrolled >= mostDevices(round, rules) || units === job.maxUnits;
  if (!full && !isOver(round, now())) return;
  if (BigInt(enrolled) < job.minCohort) {
    return fail(context, round, `${enrolled} devices enrolled, the job asks for ${job.minCohort}`);
  }
  try {
    roundTerms({ ...round, size: enrolled });
  } catch (error) {
    if (error instanceof ReduceError) return fail(context, round, error.fault);
    throw error;
  }
  await store.members.close(jobId);
}

async function endSharing(context: Context, round: Round): Promise<void> {
  const { store, rules, now } = context;
  const { jobId, job, enrolled, rosterBlock, rosterRoot } = round;
  const posted = await keepPosted(context, round, { stage: "roster", root: rosterRoot });
  if (posted === "other") return fail(context, round, OTHER_ROOT);
  const shared = await store.messages.count(jobId, "shares");
  if (posted !== undefined && posted.blockHash !== rosterBlock && shared === 0) {
    // the first time, or the chain was reorganized before anybody acted on the graph
    const endsAt = round.endsAt ?? stageEnd(rules, job, "sharing", now());
    return store.messages.moveRoster(jobId, posted.blockHash, endsAt);
  }
  if (rosterBlock === undefined || (shared < enrolled && !isOver(round, now()))) return;
  if (BigInt(shared) < job.minCohort) {
    return fail(context, round, `${shared} of ${enrolled} devices shared, the job asks for ${job.minCohort}`);
  }
  await store.rounds.move(jobId, "sharing", { stage: "masking", endsAt: stageEnd(rules, job, "masking", now()) });
}

async function endMasking(context: Context, round: Round): Promise<void> {
  const { store, now } = context;
  const { jobId, job, rosterRoot } = round;
  const posted = await keepPosted(context, round, { stage: "roster", root: rosterRoot });
  if (posted === "other") return fail(context, round, OTHER_ROOT);
  const [shared, delivered] = await Promise.all([
    store.messages.count(jobId, "shares"),
    store.messages.count(jobId, "input"),
  ]);
  if (delivered < shared && !isOver(round, now())) return;
  if (BigInt(delivered) < job.minCohort) {
    return fail(context, round, `${delivered} of ${shared} devices delivered, the job asks for ${job.minCohort}`);
  }
  await store.messages.close(jobId);
}

async function endUnmasking(context: Context, round: Round): Promise<void> {
  const { store, rules, now } = context;
  const { jobId, job, endsAt, rosterRoot, survivorsRoot } = round;
  const roster = await keepPosted(context, round, { stage: "roster", root: rosterRoot });
  const posted = await keepPosted(context, round, { stage: "survivors", root: survivorsRoot });
  if (roster === "other" || posted === "other") return fail(context, round, OTHER_ROOT);
  if (endsAt === undefined) {
    if (posted === undefined) return;
    await store.rounds.move(jobId, "unmasking", { endsAt: stageEnd(rules, job, "unmasking", now()) });
    return;
  }
  const [delivered, revealed] = await Promise.all([
    store.messages.heard(jobId, "input"),
    store.messages.heard(jobId, "reveals"),
  ]);
  const all = [...delivered].every((position) => revealed.has(position));
  if (all || isOver(round, now())) await makeOffer(context, round);
}

async function makeOffer({ store, rules, now }: Context, round: Round): Promise<void> {
  const { jobId, job, enrolled, delivered = 0 } = round;
  const unmasked = await tryUnmask(store, round);
  const { blames } = unmasked;
  if ("why" in unmasked) {
    return store.rounds.conclude(jobId, { patch: failed(unmasked.why), blames, payouts: [], at: now() });
  }
  const [payouts, receipts] = await Promise.all([makeBill(store, jobId, blames), store.messages.receipts(jobId)]);
  const rows = [...receipts.values()].reduce((sum, { receipt }) => sum + BigInt(receipt.rows), 0n);
  const result: ResultDocument = {
    version: 1,
    jobId,
    sum: unmasked.sum.map(String),
    enrolled,
    survivors: delivered,
    rows: rows.toString(),
    units: payoutTotal(payouts).toString(),
  };
  const settlement = settlementOf(payouts, documentDigest(result));
  const endsAt = stageEnd(rules, job, "offered", now());
  const patch = { stage: "offered", endsAt, result, settlement } as const;
  return store.rounds.conclude(jobId, { patch, blames, payouts, at: now() });
}

/** The bill of a round whose survivors are known, without those that provably lied. */
async function makeBill({ members, messages }: Context["store"], jobId: string, blames: readonly Blame[]) {
  const [roster, delivered] = await Promise.all([members.all(jobId), messages.heard(jobId, "input")]);
  return payoutsOf(roster, delivered, new Set(blames.filter(isProven).map(({ position }) => position)));
}

/** The sum, or why there is none as what was revealed does not suffice. */
async function tryUnmask(
  store: Context["store"],
  round: Round,
): Promise<Unmasked | (Pick<Unmasked, "blames"> & { readonly why: string })> {
  const { jobId, rosterBlock } = round;
  if (rosterBlock === undefined) throw new Error(`round ${jobId} unmasks without a roster`);
  try {
    return await unmaskRound(store, round, rosterBlock);
  } catch (error) {
    if (!(error instanceof ReduceError)) throw error;
    return { blames: blamesOf(error.blamed), why: error.fault };
  }
}

const OTHER_ROOT = "the coordinator's account posted another root; its key is used elsewhere";
