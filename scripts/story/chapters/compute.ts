import { parseEther } from "ethers";
import { compute } from "#sdk";
import { splitJob } from "#sdk/math/job/splitJob.ts";
import type { Job } from "#sdk/types/Job.ts";
import { seattleWeather } from "../data.ts";
import { claimAll, type Computed, open, run } from "../jobs.ts";
import { gain, supplyOf } from "../money.ts";
import type { PartialSums } from "../program.ts";
import type { Contributed } from "../provide.ts";
import { alita, amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { HOUR } from "../time.ts";

const MAX_UNITS = 2_000n;

/** Compute goes to the data: a job from its order to the refund. */
export async function computeTogether(
  stage: Stage,
  weather: Launched,
  contributed: readonly Contributed[],
): Promise<Job> {
  const { cast, narrator } = stage;
  const { carl, cora } = cast;
  narrator.chapter("Carl asks a question, and no record leaves its device");
  narrator.tell(
    "How warm is a month, how many rainy days has a year? A MapReduce over the providers' devices.",
    "A8",
    "A21",
    "A33",
  );
  await refuseProbing(stage, weather);
  const { job, jobId, baseEscrow, basePaid } = await open(stage, carl, weather, { maxUnits: MAX_UNITS, lasts: HOUR });
  narrator.tell(
    `Carl has ALITA alone: ${alita(basePaid)} for up to ${MAX_UNITS} units, the WTHR bought inside.`,
    "A20",
    "A23",
  );
  const work = MAX_UNITS * job.unitPrice;
  narrator.equal("escrow for the work and the coordinator", baseEscrow, work + job.coordinatorFee, alita);

  const computed = run(contributed);
  showResult(stage, computed.result);
  const { settlement } = computed;
  narrator.tell("One unit is one record that the map step reads: public numbers, nothing to argue about.", "A22");
  narrator.equal("units of work", settlement.units, BigInt(seattleWeather().rows.length));

  const consent = await compute.signConsent(carl, { job, settlement });
  await compute.settle(cora, { job, settlement, consent });
  const { phase } = await compute.status(carl, { jobId });
  narrator.equal("Carl signed the result, so it is final at once", phase, "Settled");
  await pay(stage, { job, computed, contributed });
  await refund(stage, job, settlement.units);
  return job;
}

/** What could single somebody out is refused before anything runs. */
async function refuseProbing(stage: Stage, weather: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const order = { maxUnits: MAX_UNITS, lasts: HOUR };
  const alone = open(stage, cast.carl, weather, { ...order, minCohort: 1n });
  await narrator.refuses("a job over fewer than three providers", "CohortBelowPolicy", alone);
  const sharp = open(stage, cast.carl, weather, { ...order, epsilon: parseEther("2") });
  await narrator.refuses("an answer sharper than the dataset allows", "EpsilonOutOfRange", sharp);
}

/** The devices' partial sums must give what one would count with all records in one place. */
function showResult({ narrator }: Stage, { days, tenths, rainyDays }: PartialSums): void {
  const { rows } = seattleWeather();
  const daysOf = (month: string) => rows.filter(([date]) => String(date).slice(5, 7) === month);
  const mean = (highs: readonly number[]) => (highs.reduce((sum, high) => sum + high, 0) / highs.length).toFixed(2);
  for (const [index, month] of [
    [0, "January"],
    [6, "July"],
  ] as const) {
    const direct = mean(daysOf(`${index + 1}`.padStart(2, "0")).map((row) => Number(row[2])));
    const answer = ((tenths[index] ?? 0) / 10 / (days[index] ?? 0)).toFixed(2);
    narrator.equal(`mean of temp_max in ${month}, degrees`, answer, direct);
  }
  const rainy = rows.filter((row) => Number(row[1]) > 0);
  for (const [year, count] of Object.entries(rainyDays)) {
    narrator.equal(`rainy days of ${year}`, count, rainy.filter(([date]) => String(date).startsWith(year)).length);
  }
}

interface Done {
  readonly job: Job;
  readonly computed: Computed;
  readonly contributed: readonly Contributed[];
}

async function pay({ narrator }: Stage, { job, computed, contributed }: Done): Promise<void> {
  narrator.tell("Each provider takes ALITA for the work and WTHR for the data, by units.", "A29");
  for (const { provider, units: own, base, data } of await claimAll(job, contributed, computed.payouts)) {
    const claim = `${provider.name}, ${own} units: ${alita(base)} and ${amount(data)} WTHR`;
    narrator.check(claim, base === own * job.unitPrice && data === own * job.unitData);
  }
}

async function refund({ cast, narrator }: Stage, job: Job, units: bigint): Promise<void> {
  const { carl, cora } = cast;
  const due = splitJob(job, units);
  const fee = await gain(cora, cora.alita.address, cora.address, () => compute.claimFee(cora, { job }));
  narrator.equal("Cora's fee", fee, due.fee, alita);
  const supply = await supplyOf(carl, job.token);
  const { result } = await compute.refund(carl, { job });
  narrator.equal("unused ALITA returns to Carl", result.baseAmount, due.baseRefund, alita);
  narrator.equal("unused WTHR returns to Carl", result.dataAmount, due.dataRefund, amount);
  narrator.equal(
    "WTHR burned, a tenth of the data fee",
    supply - (await supplyOf(carl, job.token)),
    due.dataBurned,
    amount,
  );
}
