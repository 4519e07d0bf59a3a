import { parseEther } from "ethers";
import { compute } from "#sdk";
import { DAY, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { confirmRefused } from "../confirm.ts";
import { counted } from "../figures.ts";
import { openJob, profitOf, stageService, UNIT_PRICE } from "../stageService.ts";

const PER_PERIOD = parseEther("1");
const PERIOD = 30n * DAY;
const JOBS = [1n, 2n, 5n, 10n, 25n]; // that fill a period's budget
const SIZES = [1n, 100n]; // units of each
const SHORTEST = 13n; // seconds to the deadline: the block after the opening is still in time

/** Fills the budget with jobs that are never settled, and takes everything back: what that costs, as a profit. */
async function drain(world: World, jobs: bigint, maxUnits: bigint): Promise<Try> {
  const epsilon = PER_PERIOD / jobs;
  const terms = { epsilonPerJob: epsilon, epsilonPerPeriod: PER_PERIOD, privacyPeriod: PERIOD };
  const service = await stageService(world, { pool: terms });
  const { consumer } = service;
  const profit = await profitOf([consumer], service, async () => {
    for (let n = 0n; n < jobs; n++) {
      const deadline = (await world.time()) + 2n * SHORTEST;
      const job = await openJob(world, service, { maxUnits, epsilon, deadline });
      await world.pass(2n * SHORTEST);
      await compute.refund(consumer.client, { job });
    }
    await confirmRefused("PrivacyBudgetExceeded", () => openJob(world, service, { maxUnits: 1n, epsilon }));
  });
  await world.pass(PERIOD);
  await openJob(world, service, { maxUnits: 1n, epsilon }); // BILL-6: the next period is fresh
  return {
    choice: `${counted(jobs, "job")} of ${counted(maxUnits, "unit")}`,
    profit,
    atRisk: maxUnits * UNIT_PRICE,
    bound: 0n,
  };
}

async function search(world: World): Promise<Finding> {
  const tries: Try[] = [];
  for (const jobs of JOBS) {
    for (const units of SIZES) tries.push(await world.isolated(() => drain(world, jobs, units)));
  }
  return {
    searched: `${JOBS.join(", ")} jobs to fill the budget, each of ${SIZES.join(" or ")} units, deadlines of seconds`,
    tries,
    confirmed: tries.length,
    notes: [
      `**It works as a denial of service**: a whole period of ${PERIOD / DAY} days is spent with epsilonPerPeriod / epsilonPerJob jobs of one unit, one after the other, the escrow of each locked for less than a minute and refunded whole. It costs the gas of an opening and a refund for each job and nothing else, and nothing of it goes to the pool.`,
      "The damage ends with the period, and touches jobs only: licences, rewards and stakes go on. Nothing keeps the attacker from spending the next period's budget as well.",
    ],
  };
}

export const privacyDrain: Attack = {
  name: "privacy budget spent to keep others out",
  question: "What does it cost to spend a pool's privacy budget on jobs that lead to nothing?",
  assumption:
    "The attacker is the consumer, with an accomplice as the coordinator, who never settles; the pool's cohort is there anyway.",
  loser: "Every consumer that wants a job in the period, and the providers who would have worked.",
  bound: "no profit; damage until the period ends (BILL-6)",
  why:
    "A budget that is spent stays spent, even without a settlement: the coordinator may have seen the answers (`docs/decisions/privacy-budget-never-returned.md`). So denial cannot be undone, only made shorter or narrower by a short `privacyPeriod` and an `epsilonPerJob` small against the period's. A unit price does not make it dear, because " +
    "an unsettled escrow returns whole; a charge that stays with the pool would.",
  precedent: "Budget exhaustion in differentially private query systems (Haeberlen et al. 2011).",
  search,
};
