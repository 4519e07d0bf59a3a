import type { Job } from "../../types/Job.ts";
import { amountFor } from "./amountFor.ts";

/** What a leaf of `leafUnits` is paid: ALITA wei and Data Token wei. */
export const leafAmounts = (job: Job, leafUnits: bigint): { readonly base: bigint; readonly data: bigint } => ({
  base: amountFor(leafUnits, job.unitPrice),
  data: amountFor(leafUnits, job.unitData),
});
