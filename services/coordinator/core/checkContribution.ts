import { ContributionKind } from "#sdk/types/Contribution.ts";
import type { Enrolment } from "#sdk/rounds/enrolment.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { Listed } from "../chain/CoordinatorChain.ts";
import { forbidden } from "../refusals.ts";

/**
 * Whether a contribution may work for a job and would be paid for it, as the chain sees it.
 * @throws ServiceError 403 ContributionUnfit
 */
export function checkContribution(job: Job, enrolment: Enrolment, listed: Listed | undefined): Listed {
  if (listed === undefined) throw unfit("the pool has not accepted it");
  const { provider, units, kind, submittedAt, revokedAt, slashed } = listed;
  if (provider !== enrolment.provider) throw unfit(`it is ${provider}'s`);
  if (kind !== ContributionKind.Device) throw unfit("it does not stay on its device");
  if (submittedAt > job.openedAt) throw unfit("it came after the job was opened");
  if (revokedAt !== 0n && revokedAt <= job.openedAt) throw unfit("it was revoked before the job was opened");
  if (slashed) throw unfit("it was proven a copy");
  if (units !== BigInt(enrolment.rows)) throw unfit(`it has ${units} records, not ${enrolment.rows}`);
  return listed;
}

const unfit = (why: string) =>
  forbidden("ContributionUnfit", `The contribution cannot take part: ${why}`, "Wait for a job that it fits");
