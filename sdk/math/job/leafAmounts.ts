import type { Job } from "../../types/Job.ts";
import { baseFor } from "./baseFor.ts";
import { leafDataDown } from "./leafDataDown.ts";
import { splitJob } from "./splitJob.ts";

/** What a leaf of `leafUnits` is paid when `units` were charged: ALITA wei and Data Token wei. */
export const leafAmounts = (
  job: Job,
  leafUnits: bigint,
  units: bigint,
): { readonly base: bigint; readonly data: bigint } => ({
  base: baseFor(leafUnits, job.unitPrice),
  data: leafDataDown(splitJob(job, units).dataToProviders, leafUnits, units),
});
