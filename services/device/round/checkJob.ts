import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import type { JobView } from "#sdk/rounds/answers.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import type { Task } from "#sdk/task/Task.ts";
import { TaskError } from "#sdk/task/TaskError.ts";
import { unitsUp } from "#sdk/task/unitsUp.ts";
import { validateTask } from "#sdk/task/validateTask.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { ChainView } from "../chain/createChainView.ts";
import { DeviceError } from "../DeviceError.ts";
import type { DevicePolicy } from "../DevicePolicy.ts";
import type { Holding } from "../Holding.ts";
import { checkContribution } from "./checkContribution.ts";

export interface CheckedJob {
  readonly job: Job;
  readonly task: Task;
  readonly units: bigint; // the bill
}

export interface JobCheck {
  readonly chain: ChainView;
  readonly policy: DevicePolicy;
  readonly provider: string;
  readonly holding: Holding;
}

/**
 * Holds a job against the chain, the pool's terms and this device's own; the coordinator's word counts for nothing.
 * @throws DeviceError, or a DatawellError when the chain cannot be asked
 */
export async function checkJob(check: JobCheck, jobId: string, view: JobView): Promise<CheckedJob> {
  const { chain, policy, holding } = check;
  const job = jobFromJson(view.job);
  if (view.jobId !== jobId || idOf(job) !== jobId) throw wrong("its terms do not hash to its id");
  if (job.pool !== holding.pool) throw wrong("it is on another pool");
  const task = taskOf(view.task, job);
  await checkOpen(check, jobId, job);
  await checkPrivacy(check, job);
  const gas = holding.units * BigInt(task.gasPerRow);
  if (gas > policy.maxGas) {
    throw refused("TooMuchWork", `The job asks for ${gas} gas, this device gives ${policy.maxGas}`);
  }
  const units = unitsUp(holding.units, BigInt(task.gasPerRow));
  if (units > job.maxUnits) {
    throw refused("TooMuchWork", `The job pays for ${job.maxUnits} units, these records take ${units}`);
  }
  await checkContribution(chain, { ...check, job, contribution: holding.contribution, rows: holding.units });
  return { job, task, units };
}

function taskOf(value: unknown, job: Job): Task {
  let task: Task;
  try {
    task = validateTask(value);
  } catch (cause) {
    if (!(cause instanceof TaskError)) throw cause;
    throw new DeviceError("WrongJob", `The task cannot be run: ${cause.fault}`, cause.remedy, { cause });
  }
  if (taskDigest(task) !== job.program) throw wrong("its task is not the one on chain");
  return task;
}

async function checkOpen({ chain, policy }: JobCheck, jobId: string, job: Job): Promise<void> {
  const [{ phase }, head] = await Promise.all([chain.jobStatus(jobId), chain.head()]);
  if (phase !== "Open") throw refused("NotOpen", `The job is ${phase.toLowerCase()} on chain`);
  if (head.timestamp + policy.spareSeconds > job.deadline) {
    throw refused("TooLate", `The job must be settled by ${job.deadline}, it is ${head.timestamp}`);
  }
}

async function checkPrivacy({ chain, policy, holding }: JobCheck, job: Job): Promise<void> {
  const terms = await chain.policy(holding.pool);
  const least = terms.minCohort > policy.minCohort ? terms.minCohort : policy.minCohort;
  if (job.minCohort < least) {
    throw refused("BelowPolicy", `The job asks for ${job.minCohort} providers, at least ${least} are due`);
  }
  if (job.epsilon > terms.epsilonPerJob) {
    throw refused("BelowPolicy", `The job asks for epsilon ${job.epsilon}, the pool allows ${terms.epsilonPerJob}`);
  }
  if (job.epsilon === 0n && terms.epsilonPerJob !== 0n) {
    throw refused("BelowPolicy", "The job asks for an exact sum, the pool's terms for noise");
  }
  if (job.epsilon === 0n && !policy.allowExact) {
    throw refused("NoPrivacy", "The pool has no privacy policy, so the sum would be exact");
  }
}

const wrong = (how: string): DeviceError => refused("WrongJob", `The job is not what the chain knows: ${how}`);

const refused = (
  code: "WrongJob" | "NotOpen" | "TooLate" | "BelowPolicy" | "NoPrivacy" | "TooMuchWork",
  fault: string,
) => new DeviceError(code, fault, "Nothing was computed; see docs/spec/compute.md");
