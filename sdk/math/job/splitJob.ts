import type { Job } from "../../types/Job.ts";
import { baseFor } from "./baseFor.ts";
import { burnDown } from "./burnDown.ts";
import { chargedDataUp } from "./chargedDataUp.ts";

/** Where both legs of a job go when `units` are charged. ALITA wei and Data Token wei. */
export interface JobSplit {
  readonly baseToProviders: bigint;
  readonly dataToProviders: bigint; // the pot that leaves divide by units
  readonly dataBurned: bigint;
  readonly fee: bigint; // ALITA wei to the coordinator, 0 if overruled
  readonly baseRefund: bigint;
  readonly dataRefund: bigint;
}

type Priced = Pick<Job, "maxUnits" | "unitPrice" | "coordinatorFee" | "dataEscrow" | "burnBps">;

/** Splits a job's escrow, to the wei: paid + burned + refunded = escrowed, on each leg. */
export function splitJob(job: Priced, units: bigint, overruled = false): JobSplit {
  const charged = chargedDataUp(job.dataEscrow, units, job.maxUnits);
  const dataBurned = burnDown(charged, job.burnBps);
  const fee = overruled ? 0n : job.coordinatorFee;
  return {
    baseToProviders: baseFor(units, job.unitPrice),
    dataToProviders: charged - dataBurned,
    dataBurned,
    fee,
    baseRefund: baseFor(job.maxUnits - units, job.unitPrice) + job.coordinatorFee - fee,
    dataRefund: job.dataEscrow - charged,
  };
}
