import type { World } from "../../gas/World.ts";
import { type Attack, bestOf, type Finding } from "../Attack.ts";
import { alita, shareOf } from "../figures.ts";
import { confirmHold, type Hold, type JudgedHold, movedBy, searchHolds, stageQuietMarket } from "../heldPrice.ts";
import type { PairModel } from "../PairModel.ts";
import { scaled } from "../search.ts";

/** Nothing, a block, five blocks, an epoch of 32 blocks, half an hour, an hour. */
const STANDS = [0n, 12n, 60n, 384n, 1_800n, 3_600n];
const SHOWN = [0.1, 1]; // of the reserve
const FEES = 0.006; // of the reserve: 0.3 % on the way there and on the way back

/** B (1 - 1 / m) - 0.006 R (1 - f^-1/2), and nine digits of rounding. */
function boundOf(pair: PairModel, jobBase: bigint, { lnPush, stands }: Hold): bigint {
  const job = Number(jobBase) / Number(pair.base);
  const root = Math.exp(lnPush / 2);
  const lnFactor = Math.log(root) + Math.log(1 + (root - 1) / 0.997); // the fee lies in the reserve and counts as well
  const saved = job * (1 - Math.exp(-movedBy(lnFactor, stands)));
  const cost = FEES * (1 - Math.exp(-lnFactor / 2));
  return scaled(pair.base, saved - cost) + pair.base / 10n ** 8n;
}

async function search(world: World): Promise<Finding> {
  const staged = await stageQuietMarket(world);
  const { pair } = staged;
  const manners = STANDS.map((stands) => ({ blocks: 1, stands, opposed: false, gap: 0n }));
  const all = searchHolds(pair, manners, (jobBase, lie) => boundOf(pair, jobBase, lie));
  const lies = STANDS.slice(1).map((stands) => ({ lnPush: 0.5, blocks: 1, stands, opposed: false, gap: 0n }));
  for (const lie of lies) await world.isolated(() => confirmHold(staged, lie, world.pass));
  return {
    searched: "jobs of 0.01 to 10 R, 0 s to 1 h, up to 1,000 R of ALITA to raise the price",
    tries: all.map(({ found }) => found),
    confirmed: lies.length,
    notes: [...STANDS.map((stands) => noteOn(stands, all)), MEANING],
  };
}

function noteOn(stands: bigint, all: readonly JudgedHold[]): string {
  const here = all.filter(({ lie }) => lie.stands === stands);
  const paying = here.filter(({ found }) => found.profit > 0n).map(({ job }) => job);
  const least = paying.length === 0 ? "no job of the grid pays" : `pays from a job of ${Math.min(...paying)} R on`;
  const shown = SHOWN.map((job) => {
    const { profit, atRisk } = bestOf(here.filter((one) => one.job === job).map(({ found }) => found));
    return `a job of ${job} R brings ${alita(profit)} (${shareOf(profit, atRisk)} of its leg)`;
  });
  return `${stands} s: ${least}; ${shown.join(", ")}.`;
}

const MEANING =
  "**Where nobody trades back, it pays.** A round trip costs at most 0.6 % of R however far the price is pushed, because most of the fee " +
  "lies in the pool when the attacker sells into it again; the average limits how fast the lie arrives, not what it costs. A flash loan (0 s) " +
  "gains nothing at all. Whoever holds the end of one block and the beginning of the next (a proposer of two in a row) moves the average by 0.23 %, which pays for jobs " +
  "about as large as the reserve. Where nobody trades for an hour, the average follows whoever pays the fee, by a factor of 2. " +
  "A coordinator or provider that sees spot and average far apart need not take the job, and a maker whose jobs are large against its pair adds liquidity.";

export const unopposedPrice: Attack = {
  name: "price held unopposed",
  question: "What does a proposer of consecutive blocks gain, or anybody where no arbitrageur looks?",
  assumption:
    "As before, but nobody else trades until the job is open; then the attacker sells what it bought in the same pair.",
  loser: "The job's providers, of the Data Token leg (never of the ALITA leg), and what is burned.",
  bound: "B (1 - 1 / m) - 0.006 R (1 - f^-1/2); f the factor of the price, m <= 2^(t / 1 h) that of the average",
  why:
    "The average doubles at most in an hour, however high the price is pushed. The purchase and the sale each leave 0.3 % of R (1 - f^-1/2) in the pool. The ALITA leg is not priced by the " +
    "market, so at worst the providers get it alone. A price pushed down instead costs the consumer, whose `maxData` refuses it.",
  precedent: "Multi-block manipulation under proof of stake: Uniswap Labs 2022, Mackinga et al. 2022; Inverse 2022.",
  search,
};
