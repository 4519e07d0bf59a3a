import type { Payout } from "#sdk/math/sumTree.ts";
import type { Job } from "#sdk/types/Job.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import { revive } from "../input/revive.ts";
import { readPayouts } from "./readPayouts.ts";

/** What providers need to claim: the job and all payouts, from which every proof follows. */
export interface SettlementFile {
  readonly jobId: string;
  readonly job: Job;
  readonly payouts: readonly Payout[];
}

/** Reads what `compute settle --out` wrote. */
export function readSettlement(path: string, option: string): SettlementFile {
  const { jobId, job } = readJson(path, option);
  if (typeof jobId !== "string" || typeof job !== "object") {
    throw badInput(`--${option} names ${path}, which is no settlement`, "Use what `compute settle --out` wrote");
  }
  return { jobId, job: revive(job) as Job, payouts: readPayouts(path, option) };
}
