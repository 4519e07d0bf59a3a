import { documentDigest } from "../rounds/digest.ts";
import type { Offer } from "../rounds/answers.ts";
import { mostOfSum } from "../rounds/mostOfSum.ts";
import { RoundError } from "../rounds/RoundError.ts";
import type { Task } from "../task/Task.ts";
import type { Job, Settlement } from "../types/Job.ts";

export interface VerifyOfferParams {
  readonly jobId: string;
  readonly job: Job;
  readonly task: Task;
  readonly offer: Offer;
}

/**
 * The settlement on offer, once it fits the result that came with it and the terms of the job, and the result is one that
 * devices which run the task can give. Consent to nothing else.
 * @throws RoundError WrongProof, naming what does not fit
 */
export function verifyOffer({ jobId, job, task, offer }: VerifyOfferParams): Settlement {
  const { result, settlement } = offer;
  const units = BigInt(settlement.units);
  require(result.jobId === jobId, "the result is another job's");
  require(documentDigest(result) === settlement.resultDigest, "the settlement is for another result");
  require(result.sum.length === task.output.length, "the sum has another length than the task's output");
  require(BigInt(result.units) === units, "the result and the settlement name different bills");
  require(units <= job.maxUnits, "the bill is above what the job allows");
  require(BigInt(result.survivors) >= job.minCohort, "fewer devices are behind the sum than the job asks for");
  require(result.survivors <= result.enrolled, "more devices are behind the sum than took part");
  const { enrolled: size, survivors } = result;
  const most = mostOfSum({ job, task, size, survivors });
  const isPossible = result.sum.every((value) => BigInt(value) <= most && BigInt(value) >= -most);
  require(isPossible, `the sum is beyond ${most}, the most that ${survivors} devices can give: one handed in another`);
  return { units, resultDigest: settlement.resultDigest, payoutRoot: settlement.payoutRoot };
}

function require(holds: boolean, fault: string): void {
  if (!holds) throw new RoundError("WrongProof", fault, "Do not consent; dispute the settlement if it is posted");
}
