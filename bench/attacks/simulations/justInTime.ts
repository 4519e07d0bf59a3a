import { market } from "#sdk";
import { allow, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { confirm } from "../confirm.ts";
import { alita } from "../figures.ts";
import * as model from "../PairModel.ts";
import { climb, scaled } from "../search.ts";
import { gained, stageMarket } from "../stageMarket.ts";
import { VICTIMS } from "./sandwich.ts";

interface Visit {
  readonly amountIn: bigint; // ALITA wei of the victim's purchase
  readonly base: bigint; // ALITA wei of liquidity, and as much Data Token as goes with it
}

/** Liquidity put in before a purchase and taken out after it, what is missing bought back in the pair. */
function play(pair: model.PairModel, { amountIn, base }: Visit): bigint {
  const joined = model.join({ pair, purse: model.EMPTY_PURSE }, base)!;
  const victim = model.buy({ pair: joined.pair, purse: model.EMPTY_PURSE }, amountIn)!;
  return model.liquidated({ pair: victim.pair, purse: joined.purse });
}

function judged(pair: model.PairModel, visit: Visit): Try {
  const fee = (visit.amountIn * 3n) / 1_000n;
  const choice = `${alita(visit.base)} of liquidity around a purchase for ${alita(visit.amountIn)}`;
  return { choice, profit: play(pair, visit), atRisk: fee, bound: fee };
}

async function search(world: World): Promise<Finding> {
  const staged = await stageMarket(world);
  const { pair } = staged;
  const tries = VICTIMS.flatMap((size) =>
    climb(0.001, 50, (x) => judged(pair, { amountIn: scaled(pair.base, size), base: scaled(pair.base, x) })),
  );
  await confirmOne(world, staged);
  return {
    searched: "victim's size 0.1 % to 100 % of the reserve, liquidity 0.001 to 50 times the reserve",
    tries,
    confirmed: 1,
  };
}

async function confirmOne(world: World, staged: Awaited<ReturnType<typeof stageMarket>>): Promise<void> {
  const { dataset, attacker, pair } = staged;
  const victim = await world.user("victim");
  await allow(victim, [victim.client.alita.address], [dataset.pair]);
  const [amountIn, base] = [scaled(pair.base, 0.1), scaled(pair.base, 0.015)];
  const won = await gained(attacker, dataset, async () => {
    const data = (base * pair.data) / pair.base + 1n;
    const joined = await market.add(attacker.client, { dataset, data, base });
    await market.buy(victim.client, { dataset, amountIn });
    const left = await market.remove(attacker.client, { dataset, liquidity: joined.result.liquidity });
    await market.buy(attacker.client, { dataset, amountOut: joined.result.data - left.result.data });
  });
  confirm("liquidity just in time", play(pair, { amountIn, base }), won.base);
}

export const justInTime: Attack = {
  name: "liquidity just in time",
  question: "What does liquidity that is there for one trade take from those who are always there?",
  assumption: "As in a sandwich; what is then missing of the Data Token is bought back in the same pair.",
  loser: "The other liquidity providers and the maker: a part of the trade's fee goes to the newcomer.",
  bound: "0.3 % of V",
  why:
    "A join is proportional and cannot choose a range, so there is nothing to earn but the fee of the one trade, and turning the " +
    "inventory back costs a fee as well. The victim gains: its price moves less.",
  precedent: "Just-in-time liquidity on Uniswap v3 since 2021, where a narrow range makes it cheap.",
  search,
};
