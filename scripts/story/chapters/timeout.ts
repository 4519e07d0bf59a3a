import { compute } from "#sdk";
import type { Job } from "#sdk/types/Job.ts";
import { open } from "../jobs.ts";
import { alita, amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { HOUR, wait } from "../time.ts";

/** A coordinator that never answers costs the consumer nothing. */
export async function refundAfterTimeout(stage: Stage, weather: Launched): Promise<Job> {
  const { cast, narrator } = stage;
  const { carl, cora } = cast;
  narrator.chapter("A job without an answer is refunded");
  const { job, baseEscrow, dataEscrow } = await open(stage, carl, weather, { maxUnits: 500n, lasts: HOUR / 2n });
  await narrator.refuses("a refund before the deadline", "WrongPhase", compute.refund(carl, { job }));
  await wait(stage, HOUR / 2n, "Cora's devices never answered");

  const late = compute.settle(cora, {
    job,
    settlement: { units: 0n, resultDigest: job.salt, payoutRoot: `0x${"00".repeat(32)}` },
  });
  await narrator.refuses("settling after the deadline", "TooLate", late);
  const { result } = await compute.refund(carl, { job });
  narrator.equal("all ALITA in escrow returns", result.baseAmount, baseEscrow, alita);
  narrator.equal("and all WTHR", result.dataAmount, dataEscrow, amount);
  narrator.equal("nothing is burned", result.dataBurned, 0n);
  return job;
}
