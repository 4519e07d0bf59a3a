import { ContributionKind } from "#sdk/types/Contribution.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { ChainView } from "../chain/createChainView.ts";
import { DeviceError, type Refusal } from "../DeviceError.ts";

export interface ContributionCheck {
  readonly job: Job;
  readonly contribution: string; // contentTag
  readonly provider: string;
  readonly rows: bigint; // said to stand behind it
}

/**
 * Whether the chain would pay for this contribution's part in the job, and whether consent still stands.
 * @throws DeviceError, or a DatawellError when the chain cannot be asked
 */
export async function checkContribution(chain: ChainView, check: ContributionCheck): Promise<void> {
  const { job, contribution, provider, rows } = check;
  const record = await chain.contribution(job.pool, contribution);
  const name = `Contribution ${contribution.slice(0, 10)}`;
  if (record.provider !== provider) throw refused("ForeignContribution", `${name} is not ${provider}'s`);
  if (record.kind !== ContributionKind.Device) throw refused("NotOnDevice", `${name} is for licences, not for jobs`);
  if (record.slashed) throw refused("Slashed", `${name} was proven a duplicate`);
  if (record.revokedAt !== 0n) throw refused("Revoked", `Consent to ${name} was withdrawn`);
  if (record.submittedAt > job.openedAt) throw refused("SubmittedAfterOpening", `${name} came after the job`);
  if (record.units !== rows) throw refused("FileChanged", `${name} has ${record.units} data units, not ${rows}`);
}

const refused = (code: Refusal, fault: string) => new DeviceError(code, fault, "See `pool show` for the contribution");
