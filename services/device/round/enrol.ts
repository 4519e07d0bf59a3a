import { hexlify } from "ethers";
import { createParty } from "#sdk/reduce/index.ts";
import type { JobView } from "#sdk/rounds/answers.ts";
import { type Enrolment, enrolmentMessage } from "#sdk/rounds/enrolment.ts";
import { jobToJson } from "#sdk/rounds/jobJson.ts";
import { sessionKeyOf } from "#sdk/rounds/session.ts";
import { TaskError } from "#sdk/task/TaskError.ts";
import { checkTask } from "../../shared/sandbox/runTask.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Holding } from "../Holding.ts";
import type { Round } from "../ledger/Round.ts";
import { holdingRows } from "../records/holdingRows.ts";
import { budgetOf } from "./budgetOf.ts";
import { type CheckedJob, checkJob } from "./checkJob.ts";
import type { Context, Coordinator } from "./Context.ts";

/**
 * Checks a job, and begins its round: fresh keys, and the provider's signature under them. Nothing is sent yet.
 * @throws DeviceError if the device does not take part
 */
export async function enrol(context: Context, { api }: Coordinator, view: JobView, holding: Holding): Promise<Round> {
  const { jobId } = view;
  const checked = await checkJob({ ...context, holding }, jobId, view);
  const { job, task, units } = checked;
  await checkBudget(context, jobId, checked);
  await holdingRows(holding);
  await checkProgram(context, { task, program: await api.program(jobId), fields: holding.fields });
  const { secrets: party, keys } = await createParty(jobId);
  const { secret: session, sessionKey } = sessionKeyOf(hexlify(context.random(32)));
  const enrolment: Enrolment = {
    jobId,
    contribution: holding.contribution,
    provider: context.provider,
    rows: Number(holding.units),
    ...keys,
    sessionKey,
  };
  const signature = await context.sign(enrolmentMessage(context.chain.client, enrolment));
  const begun = await context.ledger.begin({
    jobId,
    pool: holding.pool,
    stage: "enrolled",
    epsilon: job.epsilon,
    openedAt: job.openedAt,
    body: {
      contribution: holding.contribution,
      job: jobToJson(job),
      task,
      units: units.toString(),
      enrolment: { enrolment, signature },
      secrets: { session, party },
    },
  });
  return begun;
}

/** What is promised to a round counts unless a coordinator has given it up: should it go on, the spend will tell. */
async function checkBudget(context: Context, jobId: string, { job }: CheckedJob): Promise<void> {
  const { chain, farewells, ledger, policy } = context;
  const budget = budgetOf(policy, job.pool, await chain.policy(job.pool));
  if (await ledger.covers(jobId, job, { budget, counts: (id) => farewells.count(id) === 0 })) return;
  throw new DeviceError(
    "BudgetSpent",
    `The privacy budget of epsilon ${budget.epsilon} for ${budget.period} seconds does not cover ${job.epsilon} more`,
    "Wait until earlier jobs are longer ago",
  );
}

async function checkProgram({ sandbox }: Context, params: Parameters<typeof checkTask>[1]): Promise<void> {
  try {
    await checkTask(sandbox, params);
  } catch (cause) {
    if (!(cause instanceof TaskError)) throw cause;
    throw new DeviceError("BadProgram", cause.fault, cause.remedy, { cause });
  }
}
