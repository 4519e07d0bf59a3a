import type { World } from "../../gas/World.ts";
import { type Attack, bestOf, type Finding } from "../Attack.ts";
import { alita, shareOf } from "../figures.ts";
import {
  BLOCK,
  confirmHold,
  type Hold,
  type JudgedHold,
  JOBS,
  searchHolds,
  stageQuietMarket,
  weightOf,
} from "../heldPrice.ts";
import type { PairModel } from "../PairModel.ts";
import { scaled } from "../search.ts";

const BLOCKS = [1, 5, 25, 100, 300];
const BAND = -Math.log(0.997); // of ln(price), within which nobody trades back: the fee
const FEE = 0.003;

/** BAND * B + n (w B - 0.003 R)^2 / R, the square only where its root is positive; and nine digits of rounding. */
function boundOf(pair: PairModel, jobBase: bigint, { blocks }: Hold): bigint {
  const job = Number(jobBase) / Number(pair.base);
  const perBlock = Math.max(0, weightOf(BLOCK) * job - FEE) ** 2;
  const bound = Math.min(job, BAND * job + blocks * perBlock);
  return scaled(pair.base, bound) + pair.base / 10n ** 8n;
}

async function search(world: World): Promise<Finding> {
  const staged = await stageQuietMarket(world);
  const { pair } = staged;
  const manners = BLOCKS.map((blocks) => ({ blocks, stands: BLOCK, opposed: true, gap: 0n }));
  const all = searchHolds(pair, manners, (jobBase, lie) => boundOf(pair, jobBase, lie));
  // On this chain every transaction has a block of its own, so the price traded back stands for one as well.
  const lies = [0.005, 0.01, 0.02].map((lnPush) => ({ lnPush, blocks: 4, stands: BLOCK, opposed: true, gap: BLOCK }));
  for (const lie of lies) await world.isolated(() => confirmHold(staged, lie, world.pass));
  return {
    searched: "jobs of 0.01 to 10 R, 1 to 300 blocks, up to 1,000 R of ALITA to raise the price in each",
    tries: all.map(({ found }) => found),
    confirmed: lies.length,
    notes: notes(all),
  };
}

function notes(all: readonly JudgedHold[]): readonly string[] {
  const rows = JOBS.map((job) => {
    const best = bestOf(all.filter((one) => one.job === job).map(({ found }) => found));
    return `${job} R: ${alita(best.profit)} (${shareOf(best.profit, best.atRisk)})`;
  });
  return [
    `Best profit by the job's ALITA leg, and of that leg: ${rows.join("; ")}.`,
    `Below ${(FEE / weightOf(BLOCK)).toFixed(2)} R nothing is gained beyond the fee's band of 0.3 %, however many blocks one goes on.`,
  ];
}

export const opposedPrice: Attack = {
  name: "price held against arbitrage",
  question:
    "Does a consumer save more Data Token than it costs to hold the average price up while everybody trades it back?",
  assumption:
    "The consumer has all the Data Token it needs already, at the honest price; it raises the price at the end of a block, " +
    "arbitrageurs trade it back in the next, the attacker raises it again in that same block. No gas.",
  loser: "The job's providers, of the Data Token leg (never of the ALITA leg), and what is burned.",
  bound:
    "0.3 % B + n (w B - 0.003 R)^2 / R, at most B; w = 1 - e^(-12 s / 1 h), B the job's ALITA leg, R the ALITA reserve",
  why:
    "To raise ln(price) by d and be traded back costs R d^2 / 4 and the fee of about 0.0015 R d; it moves the average by w d, which is worth w d B. The best d " +
    "gives the square. What stays within the fee is nobody's to trade back, and is no more than the market's own spread.",
  precedent:
    "Harvest 2020 (spot), Inverse 2022 and Mango 2022 (an average that nobody defended); Angeris and Chitra 2020 for the cost.",
  search,
};
