import type { Job } from "../../types/Job.ts";
import { amountFor } from "./amountFor.ts";

export type Priced = Pick<Job, "maxUnits" | "unitPrice" | "unitData" | "unitBurn" | "coordinatorFee">;

/** What an open job holds: ALITA wei with the coordinator's fee, and Data Token wei. */
export const escrowOf = (job: Priced): { readonly base: bigint; readonly data: bigint } => ({
  base: amountFor(job.maxUnits, job.unitPrice) + job.coordinatorFee,
  data: amountFor(job.maxUnits, job.unitData + job.unitBurn),
});
