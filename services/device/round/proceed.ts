import type { RoundStage } from "#sdk/rounds/answers.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Round, Stage } from "../ledger/Round.ts";
import { isAcquainted } from "./isAcquainted.ts";
import type { Context, Coordinator } from "./Context.ts";
import { deliver, gather } from "./deliver.ts";
import { must } from "./must.ts";
import { reveal } from "./reveal.ts";
import { share } from "./share.ts";

/** What a device does at one of its stages while the coordinator is at one of its own. */
type Step = (context: Context, coordinator: Coordinator, round: Round) => Promise<void>;

const sendEnrolment: Step = (context, { name, api }, { jobId, body }) =>
  context.sendOnce(`enrol ${name} ${jobId}`, () => api.enrol(must(body.enrolment)));

const sendShares: Step = (context, { name, api }, { jobId, body }) =>
  context.sendOnce(`share ${name} ${jobId}`, () => api.share(must(body.shares)));

const sendInput: Step = (context, { name, api }, { jobId, body }) =>
  context.sendOnce(`deliver ${name} ${jobId}`, () => api.deliver(must(body.input)));

const sendReveals: Step = (context, { name, api }, { jobId, body }) =>
  context.sendOnce(`reveal ${name} ${jobId}`, () => api.reveal(must(body.reveals)));

const shareThenSend: Step = async (context, coordinator, round) => {
  const next = await share(context, coordinator, round);
  if (next.stage === "shared") await sendShares(context, coordinator, next);
};

/** The task is run once, however many coordinators ask for it: another gets the message at its next step. */
const deliverThenSend: Step = async (context, coordinator, round) => {
  const { jobId } = round;
  const given = await gather(coordinator, round);
  if (given === undefined) return;
  await context.alone(`deliver ${jobId}`, async () => {
    const now = await context.ledger.find(jobId);
    if (now?.stage === "shared") await deliver(context, given, now);
  });
  const next = await context.ledger.find(jobId);
  if (next?.stage === "delivered") await sendInput(context, coordinator, next);
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
 * Takes a round one step further with a coordinator, if there is one to take; what it says of its stage decides only
 * when. Any of those that a device asks may run the round: each that knows the job is handed the enrolment, and all
 * else if it has shown the roster on chain with the device in it.
 * @throws DeviceError, CoordinatorError, ReduceError, DatawellError; nothing is half done then
 */
export async function proceed(context: Context, coordinator: Coordinator, jobId: string): Promise<void> {
  const round = await context.ledger.find(jobId);
  if (round === undefined || round.stage === "ended" || round.body.secrets === undefined) return;
  const view = await coordinator.api.job(jobId);
  if (round.stage !== "enrolled" && !(await isAcquainted(context, coordinator, round))) return;
  await STEPS[round.stage][view.stage](context, coordinator, round);
}
