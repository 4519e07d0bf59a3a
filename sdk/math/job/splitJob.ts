import { amountFor } from "./amountFor.ts";
import { escrowOf, type Priced } from "./escrowOf.ts";

/** Where both legs of a job go when `units` are charged. ALITA wei and Data Token wei. */
export interface JobSplit {
  readonly baseToProviders: bigint;
  readonly dataToProviders: bigint;
  readonly dataBurned: bigint;
  readonly fee: bigint; // ALITA wei to the coordinator, 0 if overruled
  readonly baseRefund: bigint;
  readonly dataRefund: bigint;
}

/** Splits a job's escrow, to the wei: paid + burned + refunded = escrowed, on each leg. */
export function splitJob(job: Priced, units: bigint, overruled = false): JobSplit {
  const escrow = escrowOf(job);
  const fee = overruled ? 0n : job.coordinatorFee;
  const baseToProviders = amountFor(units, job.unitPrice);
  const dataToProviders = amountFor(units, job.unitData);
  const dataBurned = amountFor(units, job.unitBurn);
  return {
    baseToProviders,
    dataToProviders,
    dataBurned,
    fee,
    baseRefund: escrow.base - baseToProviders - fee,
    dataRefund: escrow.data - dataToProviders - dataBurned,
  };
}
