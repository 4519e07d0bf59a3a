import type { RoundStage } from "#sdk/rounds/answers.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Round, Stage } from "../ledger/Round.ts";
import { collect } from "./collect.ts";
import type { Context, Coordinator } from "./Context.ts";
import { deliver } from "./deliver.ts";
import { must } from "./must.ts";
import { reveal } from "./reveal.ts";
import { share } from "./share.ts";

/** What a device does at one of its stages while the coordinator is at one of its own. */
type Step = (context: Context, coordinator: Coordinator, round: Round) => Promise<void>;

const sendEnrolment: Step = (context, { api }, { jobId, body }) =>
  context.sendOnce(`enrol ${jobId}`, () => api.enrol(must(body.enrolment)));

const sendShares: Step = (context, { api }, { jobId, body }) =>
  context.sendOnce(`share ${jobId}`, () => api.share(must(body.shares)));

const sendInput: Step = (context, { api }, { jobId, body }) =>
  context.sendOnce(`deliver ${jobId}`, () => api.deliver(must(body.input)));

const sendReveals: Step = (context, { api }, { jobId, body }) =>
  context.sendOnce(`reveal ${jobId}`, () => api.reveal(must(body.reveals)));

const shareThenSend: Step = async (context, coordinator, round) => {
  const next = await share(context, coordinator, round);
  if (next.stage === "shared") await sendShares(context, coordinator, next);
};

const deliverThenSend: Step = async (context, coordinator, round) => {
  const next = await deliver(context, coordinator, round);
  if (next.stage === "delivered") await sendInput(context, coordinator, next);
};

const revealThenSend: Step = async (context, coordinator, round) => {
  const next = await reveal(context, coordinator, round);
  if (next.stage === "revealed") await sendReveals(context, coordinator, next);
};

const beLeftOut: Step = () => {
  throw new DeviceError("LeftOut", "The round went on without this device", "Keep it connected");
};

const giveUp: Step = () => {
  throw new DeviceError("Failed", "The coordinator gave the round up", "Nothing to do");
};

const nothing: Step = async () => undefined;

const STEPS: Readonly<Record<Exclude<Stage, "ended">, Readonly<Record<RoundStage, Step>>>> = {
  enrolled: {
    enrolling: sendEnrolment,
    sharing: shareThenSend,
    masking: beLeftOut,
    unmasking: beLeftOut,
    settled: beLeftOut,
    failed: giveUp,
  },
  shared: {
    enrolling: nothing,
    sharing: sendShares,
    masking: deliverThenSend,
    unmasking: beLeftOut,
    settled: beLeftOut,
    failed: giveUp,
  },
  delivered: {
    enrolling: nothing,
    sharing: nothing,
    masking: sendInput,
    unmasking: revealThenSend,
    settled: nothing,
    failed: nothing,
  },
  revealed: {
    enrolling: nothing,
    sharing: nothing,
    masking: nothing,
    unmasking: sendReveals,
    settled: nothing,
    failed: nothing,
  },
};

/**
 * Takes a round one step further, if there is one to take; what the coordinator says of its stage decides only when.
 * @throws DeviceError, CoordinatorError, ReduceError, DatawellError; nothing is half done then
 */
export async function proceed(context: Context, coordinator: Coordinator | undefined, round: Round): Promise<void> {
  const { jobId, stage } = round;
  if (stage === "ended" || (await isOver(context, coordinator, round)) || coordinator === undefined) return;
  const view = await coordinator.api.job(jobId);
  await STEPS[stage][view.stage](context, coordinator, round);
}

/** What the chain alone decides: a round that delivered waits for its pay, another for the deadline. */
async function isOver(context: Context, coordinator: Coordinator | undefined, round: Round): Promise<boolean> {
  const { chain, ledger } = context;
  const { jobId, stage, body } = round;
  if (stage === "delivered" || stage === "revealed") return collect(context, coordinator, round);
  const [{ phase }, head] = await Promise.all([chain.jobStatus(jobId), chain.head()]);
  if (phase === "Open" && head.timestamp <= BigInt(body.job.deadline)) return false;
  await ledger.end(jobId, "dropped", phase === "Open" ? "The deadline is over" : `The job is ${phase} on chain`);
  return true;
}
