import { parseEther } from "ethers";
import { market } from "#sdk";
import { pass } from "../../chain/clock.ts";
import { price } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { HOUR } from "../time.ts";

/** What two traders do in the morning, at noon and in the evening: ALITA paid, or below zero received. */
type Day = readonly [number, number, number];

export const HOPE: readonly Day[] = [
  [310, -120, -260],
  [-180, -90, 140],
  [220, 360, -150],
  [430, -240, 280],
  [-380, 120, -310],
  [-260, 190, -140],
  [90, -220, 330],
];

export const DOUBT: readonly Day[] = [
  [270, 410, -190],
  [-350, -160, 240],
  [-290, -340, 110],
  [180, -420, 60],
  [-130, 260, 390],
  [210, -80, -170],
  [-240, 150, 310],
];

/** A week of a market, three trades a day. */
export async function tradeForAWeek({ cast, narrator, chain }: Stage, dataset: Launched, week: readonly Day[]) {
  const { tom, dana } = cast;
  const prices: bigint[] = [];
  for (const [turn, amount] of week.flat().entries()) {
    const trader = turn % 3 === 1 ? dana : tom;
    if (amount > 0) await market.buy(trader, { dataset, amountIn: parseEther(String(amount)) });
    else await market.sell(trader, { dataset, amountOut: parseEther(String(-amount)) });
    prices.push((await market.market(trader, dataset)).spotX128);
    await pass(chain, 8n * HOUR);
  }
  const [least = 0n] = prices.toSorted((a, b) => (a < b ? -1 : 1));
  const most = prices.reduce((a, b) => (a > b ? a : b));
  narrator.tell(
    `Tom and Dana trade ${dataset.symbol} for a week, three times a day, from ${price(least)} to ${price(most)}.`,
  );
  const { averageX128 = 0n } = await market.market(tom, dataset);
  narrator.check(`its average, ${price(averageX128)}, lies between`, averageX128 > least && averageX128 < most);
}
