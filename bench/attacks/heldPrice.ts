import { advance, compute, dataForUp, lnPrice, market, toPriceX128 } from "#sdk";
import { sqrtDown } from "#sdk/math/sqrtDown.ts";
import { DAY, type World } from "../gas/World.ts";
import type { Try } from "./Attack.ts";
import { confirm } from "./confirm.ts";
import { integer } from "./figures.ts";
import * as model from "./PairModel.ts";
import { climb, scaled } from "./search.ts";
import { gained, modelOf, stageMarket } from "./stageMarket.ts";

export const BLOCK = 12n; // seconds
/** ALITA legs of the jobs, of the ALITA reserve. */
export const JOBS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const ARBITRAGE = 10n ** 22n; // ALITA wei of Data Token that arbitrageurs begin with
const MOST_LN = 2 * Math.log(1_001); // takes 1,000 times the reserve
const TAU = 3_600; // seconds, the oracle's

/** How a price is held away from the market's. */
export interface Manner {
  readonly blocks: number; // in which it is raised
  readonly stands: bigint; // seconds that each raised price stands
  readonly opposed: boolean; // arbitrageurs trade it back then
  readonly gap: bigint; // seconds until it is raised again
}

export interface Hold extends Manner {
  readonly lnPush: number; // ln of the factor by which the price is raised
}

export interface Held {
  readonly average: bigint; // the oracle's, 2^-40
  readonly purse: model.Purse; // of the attacker, with nothing in the pair any more if nobody opposed
  readonly cost: bigint; // ALITA wei, Data Token that is left at the honest price
  readonly moves: readonly Move[];
}

interface Move {
  readonly bought: bigint; // ALITA wei of the attacker
  readonly back: bigint; // Data Token wei of the arbitrageurs
}

/** The weight of a price that stood so long. */
export const weightOf = (seconds: bigint): number => 1 - Math.exp(-Number(seconds) / TAU);

/** ln of the factor by which a price `ln` away moves the average while it stands: ln(2) an hour at most. */
export function movedBy(ln: number, seconds: bigint): number {
  const far = Math.max(0, ln - Math.LN2); // the steady part of the way
  const time = Number(seconds) / TAU;
  const steady = Math.min(time, far / Math.LN2);
  return steady * Math.LN2 + (ln - far) * (1 - Math.exp(steady - time));
}

/** Raises the price of a pair whose average is its price, holds it, and sells again if nobody else did. */
export function hold(start: model.PairModel, { lnPush, blocks, stands, opposed, gap }: Hold): Held {
  const target = scaled(start.base, Math.exp(lnPush / 2));
  const moves: Move[] = [];
  let position: model.Position = { pair: start, purse: model.EMPTY_PURSE };
  let average = spot(start);
  for (let block = 0; block < blocks; block++) {
    if (block > 0) average = advance(average, spot(position.pair), gap);
    const bought = target > position.pair.base ? ((target - position.pair.base) * 1_000n) / 997n : 0n;
    position = model.buy(position, bought) ?? position;
    average = advance(average, spot(position.pair), stands);
    const back = opposed ? arbitrage(position.pair, start) : 0n;
    const after = model.sell({ pair: position.pair, purse: model.EMPTY_PURSE }, back);
    position = { ...position, pair: after?.pair ?? position.pair };
    moves.push({ bought, back });
  }
  const purse = opposed ? position.purse : { ...model.EMPTY_PURSE, base: model.liquidated(position) };
  return { average, purse, cost: -purse.base - model.worth(purse.data, start), moves };
}

const spot = ({ base, data }: model.PairModel): bigint => lnPrice(base, data);

/**
 * Data Token wei that arbitrageurs sell: as long as one more brings, after the fee, what it is worth. That ends where
 * (D + 0.997 s)^2 = 0.997 k / fair price.
 */
function arbitrage(pair: model.PairModel, fair: model.PairModel): bigint {
  const goal = sqrtDown((pair.data * pair.base * fair.data * 997n) / (fair.base * 1_000n));
  return goal > pair.data ? ((goal - pair.data) * 1_000n) / 997n : 0n;
}

/** What the consumer saves on the Data Token leg, at the honest price, less what the lie costs. */
export function profitOf(start: model.PairModel, jobBase: bigint, { average, cost }: Held): bigint {
  const leg = (at: bigint) => dataForUp(jobBase, toPriceX128(at));
  return model.worth(leg(spot(start)) - leg(average), start) - cost;
}

export interface JudgedHold {
  readonly lie: Hold;
  readonly job: number; // of the ALITA reserve
  readonly found: Try;
}

/** Searches the best push for each job and each manner of holding. */
export function searchHolds(
  pair: model.PairModel,
  manners: readonly Manner[],
  boundOf: (jobBase: bigint, lie: Hold) => bigint,
): readonly JudgedHold[] {
  const all: JudgedHold[] = [];
  for (const manner of manners) {
    for (const job of JOBS) {
      const judge = (lnPush: number): Try => {
        const lie = { ...manner, lnPush };
        const atRisk = scaled(pair.base, job);
        const choice = `a job of ${job} R, the price times ${Math.exp(lnPush).toPrecision(4)} for ${manner.blocks} x ${integer(manner.stands)} s`;
        const found = { choice, profit: profitOf(pair, atRisk, hold(pair, lie)), atRisk, bound: boundOf(atRisk, lie) };
        all.push({ lie, job, found });
        return found;
      };
      for (const most of [MOST_LN, MOST_LN / 10, MOST_LN / 100]) climb(0.0001, most, judge, { grid: 10, steps: 14 });
    }
  }
  return all;
}

/** A market that has been quiet so long that its average is its price. */
export async function stageQuietMarket(world: World) {
  const staged = await stageMarket(world, { pool: { unitPrice: 10n ** 18n } });
  const arbitrageur = await world.user("arbitrageur");
  await world.enter(arbitrageur, staged.dataset);
  await market.buy(arbitrageur.client, { dataset: staged.dataset, amountIn: ARBITRAGE });
  await world.pass(3n * DAY);
  return { ...staged, arbitrageur, pair: await modelOf(staged.attacker, staged.dataset) };
}

/** Plays a lie on the pair: the attacker's tokens and the Data Token leg that a job is quoted, to the wei. */
export async function confirmHold(
  staged: Awaited<ReturnType<typeof stageQuietMarket>>,
  lie: Hold,
  pass: (seconds: bigint) => Promise<void>,
): Promise<void> {
  const { attacker, arbitrageur, dataset, pair } = staged;
  const { moves, average, purse } = hold(pair, lie);
  const units = 1_000n;
  const won = await gained(attacker, dataset, async () => {
    let bought = 0n;
    for (const move of moves) {
      bought += (await market.buy(attacker.client, { dataset, amountIn: move.bought })).result.amountOut;
      if (move.back > 0n) await market.sell(arbitrageur.client, { dataset, amountIn: move.back });
      else await pass(lie.stands);
    }
    const { data } = await compute.quote(attacker.client, { pool: dataset.pool, maxUnits: units, coordinatorFee: 0n });
    confirm("Data Token leg", units * dataForUp(10n ** 18n, toPriceX128(average)), data);
    if (!lie.opposed) await market.sell(attacker.client, { dataset, amountIn: bought });
  });
  confirm("ALITA of the one who held the price", purse.base, won.base);
  confirm("Data Token of the one who held the price", purse.data, won.data);
}
