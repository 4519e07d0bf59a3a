import { compute, splitJob } from "#sdk";
import { random } from "../../similarity/random.ts";
import type { World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { counted, integer, percent } from "../figures.ts";
import { worth } from "../PairModel.ts";
import { sized } from "../search.ts";
import { openJob, payoutTo, profitOf, type Service, settleFinally, stageService } from "../stageService.ts";

const BURNS = [0n, 100n, 1_000n, 5_000n]; // bps
const UNITS = 500n;
const PAYMENTS = ["both", "base"] as const;
const PAID = { both: "both tokens", base: "ALITA alone" };
const WEI = 4n; // of roundings when tokens are priced
const ROUNDS = 5_000;

async function search(world: World): Promise<Finding> {
  const tries: Try[] = [];
  for (const burnBps of BURNS) {
    for (const payWith of PAYMENTS) tries.push(await world.isolated(() => wash(world, burnBps, payWith)));
  }
  return {
    searched: "burns of 0 to 50 %, both ways to pay; the split of 5,000 random jobs to the wei",
    tries: [...tries, ...splits()],
    confirmed: tries.length,
    notes: [
      ...tries.map(
        ({ choice, profit, atRisk }) =>
          `${choice}: ${percent((-profit * 10_000n) / atRisk)} of the job's two legs is lost.`,
      ),
      "In a pool without burn, paid with both tokens, volume is free but for gas: it says nothing there. Whoever ranks datasets by volume should count what was burned.",
    ],
  };
}

/** One person is consumer, coordinator and provider. */
async function wash(world: World, burnBps: bigint, payWith: "both" | "base"): Promise<Try> {
  const service = await stageService(world, { pool: { burnBps } });
  const { consumer, coordinator, provider } = service;
  let burned = 0n;
  let legs = 0n;
  const profit = await profitOf([consumer, coordinator, provider], service, async () => {
    const job = await openJob(world, service, { maxUnits: UNITS, payWith });
    const split = splitJob(job, UNITS);
    burned = worth(split.dataBurned, service.pair);
    legs = split.baseToProviders + worth(split.dataToProviders + split.dataBurned, service.pair);
    await playOut(world, service, job);
  });
  return { choice: `burn ${percent(burnBps)}, paid with ${PAID[payWith]}`, profit, atRisk: legs, bound: WEI - burned };
}

async function playOut(world: World, service: Service, job: Awaited<ReturnType<typeof openJob>>): Promise<void> {
  const payouts = [payoutTo(service, UNITS)];
  await settleFinally(world, service, job, payouts);
  await compute.claim(service.provider.client, compute.payoutClaims(job, payouts)[0]!);
  await compute.refund(service.consumer.client, { job });
}

/** Paid and refunded, less what was escrowed, of each leg: rounding must not pay either. */
function splits(): readonly Try[] {
  const next = random(4);
  return Array.from({ length: ROUNDS }, () => {
    const maxUnits = sized(next, 1n, 10n ** 15n);
    const units = sized(next, 1n, maxUnits);
    const [unitPrice, unitData, unitBurn] = [0, 1, 2].map(() => sized(next, 1n, 10n ** 18n)) as [
      bigint,
      bigint,
      bigint,
    ];
    const job = { maxUnits, unitPrice, unitData, unitBurn, coordinatorFee: sized(next, 1n, 10n ** 20n) };
    const { baseToProviders, dataToProviders, dataBurned, fee, baseRefund, dataRefund } = splitJob(job, units);
    const base = baseToProviders + fee + baseRefund - maxUnits * unitPrice - job.coordinatorFee;
    const data = dataToProviders + dataRefund - maxUnits * (unitData + unitBurn);
    return {
      choice: `${integer(units)} of ${counted(maxUnits, "unit")}`,
      profit: base + data,
      atRisk: maxUnits * unitPrice,
      bound: -dataBurned,
    };
  });
}

export const washing: Attack = {
  name: "wash consumption",
  question: "Can jobs with oneself bring more than they cost, or fake volume for nothing?",
  assumption: "Consumer, coordinator and provider are one person, and nobody else is in the pool. No gas.",
  loser: "Nobody's money; whoever trusts the volume.",
  bound: "- burned Data Token at the honest price",
  why:
    "Nothing in the protocol rewards volume: paid + burned + refunded = escrowed on each leg (BILL-1), so the circle gets back what it paid but the burn, " +
    "and the fees of the pair if it bought the Data Token inside.",
  precedent: "Wash trading for token rewards: LooksRare and X2Y2 2022; Ocean's data farming by consumed volume.",
  search,
};
