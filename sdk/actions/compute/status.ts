import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { JOB_PHASES, type JobPhase } from "../../types/Job.ts";

/** Where a job stands. */
export interface JobStatus {
  readonly phase: JobPhase;
  readonly units: bigint; // charged
  readonly takenUnits: bigint; // of these, claimed
  readonly until: bigint; // unix seconds: final from then on (Settled, Overruled), ruled before then (Disputed)
  readonly payoutRoot: string;
  readonly feePaid: boolean;
  readonly unusedReturned: boolean;
  readonly restReturned: boolean;
}

/** Where a job stands on chain. */
export async function status(client: Datawell, { jobId }: { readonly jobId: string }): Promise<JobStatus> {
  const { billing } = client;
  const [{ phase, flags, units, takenUnits, until }, payoutRoot] = await Promise.all([
    read(client, billing, "statusOf", [jobId]),
    read(client, billing, "payoutRootOf", [jobId]),
  ]);
  const has = (bit: bigint) => (flags & bit) !== 0n;
  const done = { feePaid: has(1n), unusedReturned: has(2n), restReturned: has(4n) };
  return { phase: JOB_PHASES[Number(phase)] ?? "None", units, takenUnits, until, payoutRoot, ...done };
}
