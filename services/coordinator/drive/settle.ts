import type { Context } from "../api/Context.ts";
import type { Round } from "../core/Round.ts";
import { isOver } from "../core/stageEnd.ts";
import { fail } from "./fail.ts";

/** Settles when the consumer consents, or has had its time; always the same settlement. */
export async function settle(context: Context, round: Round): Promise<void> {
  const { store, chain, rules, now } = context;
  const { jobId, consent } = round;
  const settlement = must(round);
  const settled = await chain.settled(jobId);
  if (settled === undefined) {
    if (consent !== undefined || isOver(round, now())) await send(context, round);
    return;
  }
  if (JSON.stringify(plain(settled.settlement)) !== JSON.stringify(plain(settlement))) {
    return fail(context, round, "the coordinator's account settled otherwise; its key is used elsewhere");
  }
  if (settled.depth < rules.confirmations) return;
  await store.rounds.move(jobId, "offered", { stage: "settled", endsAt: undefined });
}

/** Keeps a settlement on chain until it is deep enough, then sees to the payments, and lets go of the round. */
export async function watch(context: Context, round: Round): Promise<void> {
  const { store, chain, rules } = context;
  const { jobId, job } = round;
  const settled = await chain.settled(jobId);
  if (settled === undefined) return send(context, round);
  if (settled.depth < rules.finality) return;
  const { phase, until } = await chain.state(jobId);
  if (phase === "Disputed" || (phase === "Settled" && BigInt(await chain.time()) < until)) return;
  if (phase === "Settled") {
    const payouts = rules.paysProviders ? await store.payouts.all(jobId) : [];
    if (!(await chain.pay(job, payouts))) return;
  }
  if ((await store.blames.all(jobId)).length === 0) await store.messages.forget(jobId); // else it is evidence
  await store.rounds.move(jobId, "settled", { closed: true });
}

/** Sends the settlement; gives the round up when the deadline is so long over that no fork will bring it either. */
async function send(context: Context, round: Round): Promise<void> {
  const { chain, rules } = context;
  const { jobId, job, consent } = round;
  const time = await chain.time();
  if (time <= Number(job.deadline)) return chain.settle(job, must(round), consent);
  if (time <= Number(job.deadline) + rules.settleSeconds) return;
  const { phase } = await chain.state(jobId); // a node may know the job better than its events
  if (phase === "Open" || phase === "Refunded") await fail(context, round, "the job's deadline passed");
}

const plain = ({ units, resultDigest, payoutRoot }: NonNullable<Round["settlement"]>) => [
  units.toString(),
  resultDigest,
  payoutRoot,
];

function must({ jobId, settlement }: Round): NonNullable<Round["settlement"]> {
  if (settlement === undefined) throw new Error(`round ${jobId} has no settlement`);
  return settlement;
}
