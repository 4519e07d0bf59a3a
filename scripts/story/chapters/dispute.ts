import { id } from "ethers";
import { attester, compute } from "#sdk";
import { splitJob } from "#sdk/math/job/splitJob.ts";
import { payoutRoot } from "#sdk/math/sumTree.ts";
import type { Job } from "#sdk/types/Job.ts";
import { wallTime } from "../../chain/clock.ts";
import { claimAll, open, payoutsOf } from "../jobs.ts";
import type { Contributed } from "../provide.ts";
import { alita, amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, HOUR } from "../time.ts";

const MAX_UNITS = 2_000n;

/** A coordinator that charges too much is overruled by the attesters and goes unpaid. */
export async function ruleDispute(stage: Stage, weather: Launched, contributed: readonly Contributed[]): Promise<Job> {
  const { cast, narrator } = stage;
  const { carl, cora, ada, cleo } = cast;
  narrator.chapter("A dispute is ruled by the attesters");
  const { job, jobId } = await open(stage, carl, weather, { maxUnits: MAX_UNITS, lasts: HOUR });
  const payouts = payoutsOf(contributed);
  const settlement = compute.settlementOf(payouts, id("what Cora says the devices found"));

  const [first, ...others] = payouts;
  const padded =
    first === undefined ? [] : [{ ...first, units: first.units + MAX_UNITS - settlement.units }, ...others];
  const inflated = compute.settlementOf(padded, settlement.resultDigest);
  await compute.settle(cora, { job, settlement: inflated });
  narrator.tell(
    `Cora charges ${inflated.units} units for ${settlement.units} records. Carl has a day to object, and does.`,
  );
  await compute.dispute(carl, { job });

  const ruling = { jobId, units: settlement.units, payoutRoot: payoutRoot(payouts), deadline: wallTime() + DAY };
  const signatures = await Promise.all([ada, cleo].map((one) => attester.rule(one, ruling)));
  const { result } = await compute.resolve(cleo, { job, ruling, set: weather.attesters, signatures });
  narrator.equal("Ada and Cleo counted again; units that stand", result.units, settlement.units);
  narrator.equal("the job is", (await compute.status(carl, { jobId })).phase, "Overruled");

  await narrator.refuses("Cora's fee", "WrongPhase", compute.claimFee(cora, { job }));
  const paid = await claimAll(job, contributed, payouts);
  const base = paid.reduce((sum, one) => sum + one.base, 0n);
  narrator.equal("the providers get what they worked for", base, settlement.units * job.unitPrice, alita);
  const { result: back } = await compute.refund(carl, { job });
  const due = splitJob(job, settlement.units, true);
  narrator.equal("Carl gets the rest back, the fee included", back.baseAmount, due.baseRefund, alita);
  narrator.equal("and the unused WTHR", back.dataAmount, due.dataRefund, amount);
  return job;
}
