import { fileURLToPath } from "node:url";
import { parseEther } from "ethers";
import { compute } from "#sdk";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { announce, connectConsumer, verifyBill, verifyOffer } from "#sdk/coordinator/index.ts";
import { splitJob } from "#sdk/math/job/splitJob.ts";
import type { Offer } from "#sdk/rounds/answers.ts";
import { createTask, taskDigest, unitsUp, type Task } from "#sdk/task/index.ts";
import type { Job } from "#sdk/types/Job.ts";
import { shipProgram } from "../../compute/shipProgram.ts";
import { chainTime } from "../../chain/clock.ts";
import { gain, supplyOf } from "../money.ts";
import { alita, amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import type { Network } from "../Network.ts";
import type { Contributed } from "../provide.ts";
import { HOUR } from "../time.ts";
import { liveRound } from "../liveRound.ts";

const GUEST = fileURLToPath(new URL("../guest/monthOfWeather.ts", import.meta.url));
const GAS_PER_ROW = 400_000n;
const BOUND = 1_000n; // tenths of a degree, days of a thousand: no month has more
const EPSILON = parseEther("4");

/** Compute goes to the data: a program of the consumer's own, over records that stay where they are. */
export async function askDevices(
  stage: Stage,
  cities: Launched,
  contributed: readonly Contributed[],
  network: Network,
): Promise<Job> {
  const { cast, narrator, chain } = stage;
  const { carl, cora } = cast;
  narrator.chapter("Carl asks a question, and no record leaves its device");
  narrator.tell(
    "How warm are the days, how many have rain? A MapReduce over the providers' devices.",
    "A8",
    "A21",
    "A33",
  );
  await refuseProbing(stage, cities);

  const program = await shipProgram(GUEST);
  const fields = ["temp_max", "precipitation"];
  const task = createTask({ kind: "javascript", program, fields, gasPerRow: GAS_PER_ROW, length: 2, bound: BOUND });
  const maxUnits = contributed.reduce((sum, { units }) => sum + unitsUp(units, GAS_PER_ROW), 0n);
  const { result: opened } = await compute.open(carl, {
    pool: cities.pool,
    coordinator: cora.address,
    program: taskDigest(task),
    maxUnits,
    minCohort: cities.params.pool.minCohort,
    epsilon: EPSILON,
    deadline: (await chainTime(chain)) + HOUR,
    coordinatorFee: parseEther("5"),
    payWith: "base",
  });
  const { job, jobId, baseEscrow, basePaid } = opened;
  narrator.tell(
    `Carl has ALITA alone: ${alita(basePaid)} for up to ${maxUnits} units, the CITY bought inside. One transaction signs program, price and privacy.`,
    "A20",
    "A23",
  );
  narrator.equal(
    "escrow for the work and the coordinator",
    baseEscrow,
    maxUnits * job.unitPrice + job.coordinatorFee,
    alita,
  );

  const consumer = connectConsumer(network.coordinator.at, { signer: signerOf(carl), chainId: carl.chainId });
  await consumer.submit(announce({ job, task, program }));
  const { dead, liar, offer } = await liveRound({ consumer, jobId, network });
  narrator.tell(`${dead} devices died after they had promised their part, and one lied about its neighbours' secrets.`);
  showResult(stage, contributed, offer);

  const settlement = verifyOffer({ jobId, job, task, offer });
  await consumer.consent(jobId, await compute.signConsent(carl, { job, settlement }));
  await pay(stage, { job, task, jobId, consumer, network, liar });
  return job;
}

/** What could single somebody out is refused before anything runs. */
async function refuseProbing({ cast, narrator, chain }: Stage, { pool, params }: Launched): Promise<void> {
  const order = {
    pool,
    coordinator: cast.cora.address,
    program: `0x${"01".repeat(32)}`,
    maxUnits: 100n,
    deadline: (await chainTime(chain)) + HOUR,
    coordinatorFee: 0n,
    payWith: "base",
  } as const;
  const { minCohort, epsilonPerJob } = params.pool;
  const few = compute.open(cast.carl, { ...order, minCohort: minCohort - 1n, epsilon: EPSILON });
  await narrator.refuses(`a job over fewer than ${minCohort} providers`, "CohortBelowPolicy", few);
  const sharp = compute.open(cast.carl, { ...order, minCohort, epsilon: epsilonPerJob + 1n });
  await narrator.refuses("an answer sharper than the dataset allows", "EpsilonOutOfRange", sharp);
}

/** The answer is the truth about the survivors and noise of a known size; nobody knows which part is which. */
function showResult({ narrator }: Stage, contributed: readonly Contributed[], { result }: Offer): void {
  const { survivors, enrolled, sum } = result;
  narrator.check(`${survivors} of ${enrolled} devices are behind the sum`, survivors >= 50 && survivors < enrolled);
  const rows = contributed.flatMap(({ slice }) => slice.table.rows);
  const high = rows.reduce((total, row) => total + Number(row[3]), 0) / rows.length;
  const rainy = rows.filter((row) => Number(row[2]) > 0).length / rows.length;
  const [warmth, wet] = sum.map((part) => Number(part) / survivors);
  // six standard deviations: 6 * 1,000 * sqrt(2) / 4 over the devices, and a little for the months that died
  const off = (answer: number | undefined, truth: number, most: number) => Math.abs((answer ?? NaN) - truth) < most;
  const degrees = `${((warmth ?? NaN) / 10).toFixed(1)} degrees, with all records in one place ${high.toFixed(1)}`;
  narrator.check(`mean of the days' highest temperatures: ${degrees}`, off(warmth, high * 10, 60));
  const days = `${(wet ?? NaN).toFixed(0)} of 1,000 days have rain, with all records in one place ${(rainy * 1_000).toFixed(0)}`;
  narrator.check(days, off(wet, rainy * 1_000, 80));
}

interface Paying {
  readonly job: Job;
  readonly task: Task;
  readonly jobId: string;
  readonly consumer: ReturnType<typeof connectConsumer>;
  readonly network: Network;
  readonly liar: string; // address
}

/** The settlement is on chain, everybody who worked has both legs, and the consumer its rest. */
async function pay({ cast, narrator }: Stage, { job, task, jobId, consumer, network, liar }: Paying): Promise<void> {
  const { carl, cora } = cast;
  const feeBefore = await gain(cora, cora.alita.address, cora.address, () => network.untilPaid(jobId));
  const { phase, units, takenUnits } = await compute.status(carl, { jobId });
  narrator.equal("Carl signed the result, so it is final at once", phase, "Settled");
  const payouts = await consumer.payouts(jobId);
  const bill = await verifyBill(carl, { job, task, payouts });
  narrator.check(`every one of ${units} units has a receipt that its provider signed`, bill.faults.length === 0);
  narrator.tell(
    "One unit is a million steps; a row costs what Carl signed, whatever is in it: nothing to argue about.",
    "A22",
  );
  const { blamed } = await consumer.blamed(jobId);
  narrator.check(
    "the liar is known by its address",
    blamed.some(({ provider }) => provider === liar),
  );
  narrator.tell("Each provider takes ALITA for the work and CITY for the data, by units.", "A29");
  narrator.equal("units paid to their providers", takenUnits, units);

  const due = splitJob(job, units);
  narrator.equal("Cora's fee", feeBefore, due.fee, alita);
  const supply = await supplyOf(carl, job.token);
  const { result } = await compute.refund(carl, { job });
  narrator.equal("unused ALITA returns to Carl", result.baseAmount, due.baseRefund, alita);
  narrator.equal("unused CITY returns to Carl", result.dataAmount, due.dataRefund, amount);
  const burned = supply - (await supplyOf(carl, job.token));
  narrator.equal("CITY burned, a tenth of the data fee", burned, due.dataBurned, amount);
}
