import { writeFileSync } from "node:fs";
import { signConsent } from "#sdk/actions/compute/signConsent.ts";
import { status } from "#sdk/actions/compute/status.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import type { ConsumerApi } from "#sdk/coordinator/ConsumerApi.ts";
import { connectConsumer } from "#sdk/coordinator/connectConsumer.ts";
import { type Bill, verifyBill } from "#sdk/coordinator/verifyBill.ts";
import { verifyOffer } from "#sdk/coordinator/verifyOffer.ts";
import type { JobView } from "#sdk/rounds/answers.ts";
import type { Task } from "#sdk/task/Task.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import { validateTask } from "#sdk/task/validateTask.ts";
import type { Job } from "#sdk/types/Job.ts";
import { badInput } from "../input/badInput.ts";
import type { Fact, Outcome } from "../output/Outcome.ts";
import { toJson } from "../output/toJson.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { askCoordinator } from "./askCoordinator.ts";
import { jobOf } from "./jobOf.ts";

interface ResultArgs {
  readonly job: string;
  readonly coordinatorUrl: string;
  readonly consent: boolean;
  readonly out: string | undefined;
}

interface Asking {
  readonly client: Datawell;
  readonly coordinator: ConsumerApi;
  readonly jobId: string;
  readonly job: Job;
}

const result: Action<ResultArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const job = await jobOf(client, args.job);
  const coordinator = connectConsumer(args.coordinatorUrl, { signer: signerOf(client), chainId: client.chainId });
  const asking = { client, coordinator, jobId: args.job, job };
  const view = await askCoordinator(() => coordinator.progress(args.job));
  if (view.stage === "failed") return failed(view);
  const task = taskOf(view, job);
  return show(asking, task, { ...args, consent: args.consent && !context.dryRun });
};

const failed = ({ jobId, why = "the coordinator gives no reason", job }: JobView): Outcome => ({
  title: `Job ${jobId} failed: ${why}`,
  facts: [["refund", `npx hardhat compute refund --job ${jobId}, once its deadline (${job.deadline}) is over`]],
  data: { jobId, stage: "failed", why },
});

function taskOf(view: JobView, job: Job): Task {
  const task = validateTask(view.task);
  if (taskDigest(task) === job.program) return task;
  throw badInput("The coordinator names another task than the job's", "Trust nothing that it answers");
}

async function show(asking: Asking, task: Task, { consent, out }: ResultArgs): Promise<Outcome> {
  const { client, coordinator, jobId, job } = asking;
  const offer = await askCoordinator(() => coordinator.offer(jobId));
  const settlement = await askCoordinator(async () => verifyOffer({ jobId, job, task, offer }));
  if (out !== undefined) writeFileSync(out, `${toJson(offer.result)}\n`);
  const before = await status(client, { jobId });
  const mayConsent = consent && before.phase === "Open";
  if (mayConsent) {
    const signature = await signConsent(client, { job, settlement });
    await askCoordinator(() => coordinator.consent(jobId, signature));
  }
  const bill = before.phase === "Settled" ? await checkBill(asking, task) : undefined;
  const { sum, survivors, enrolled, rows } = offer.result;
  return {
    title: `The result of job ${jobId} fits its settlement`,
    facts: [
      ["sum", sum.join(", ")],
      ["behind it", `${survivors} of ${enrolled} devices, ${rows} rows`],
      ["bill", `${settlement.units} units of at most ${job.maxUnits}`],
      ...billFacts(bill),
      ...(mayConsent ? [["consent", "given: the settlement is final when it is posted"] as const] : []),
      ...(out === undefined ? [] : [["written to", out] as const]),
    ],
    data: { jobId, ...offer, phase: before.phase, consented: mayConsent, ...(bill === undefined ? {} : { bill }) },
  };
}

async function checkBill({ client, coordinator, jobId, job }: Asking, task: Task): Promise<Bill> {
  const payouts = await askCoordinator(() => coordinator.payouts(jobId));
  return verifyBill(client, { job, task, payouts });
}

function billFacts(bill: Bill | undefined): readonly Fact[] {
  if (bill === undefined) return [];
  const { providers, faults } = bill;
  if (faults.length === 0) return [["checked", `a signed receipt of each of ${providers} providers covers every unit`]];
  return faults.map(({ index, fault }) => [index === undefined ? "FAULT" : `FAULT in leaf ${index}`, fault]);
}

export default result;
