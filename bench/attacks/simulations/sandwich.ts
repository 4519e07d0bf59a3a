import { lessSlippage, market } from "#sdk";
import { allow, type World } from "../../gas/World.ts";
import { type Attack, bestOf, type Finding, type Try } from "../Attack.ts";
import { confirm } from "../confirm.ts";
import { alita, percent } from "../figures.ts";
import * as model from "../PairModel.ts";
import { climb, scaled } from "../search.ts";
import { gained, stageMarket } from "../stageMarket.ts";

const TOLERANCES = [0n, 10n, 50n, 100n, 500n, 1_000n]; // bps
/** Of the reserve. */
export const VICTIMS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
const USUAL = 50n; // bps, the SDK's

interface Sandwich {
  readonly amountIn: bigint; // ALITA wei of the victim
  readonly minOut: bigint; // Data Token wei
  readonly front: bigint; // ALITA wei the attacker buys for before
}

/** What the attacker ends with, or undefined: the victim's purchase is refused. */
function play(pair: model.PairModel, { amountIn, minOut, front }: Sandwich): bigint | undefined {
  const first = model.buy({ pair, purse: model.EMPTY_PURSE }, front);
  const before = first ?? { pair, purse: model.EMPTY_PURSE };
  const victim = model.buy({ pair: before.pair, purse: model.EMPTY_PURSE }, amountIn);
  if (victim === undefined || victim.purse.data < minOut) return undefined;
  return model.liquidated({ pair: victim.pair, purse: before.purse });
}

/** k never falls: R + V - profit, times what the victim leaves of the Data Token, is at least R * D. */
function boundOf(pair: model.PairModel, { amountIn, minOut }: Sandwich): bigint {
  return pair.base + amountIn - (pair.base * pair.data) / (pair.data - minOut);
}

function searchSize(
  pair: model.PairModel,
  amountIn: bigint,
  bps: bigint,
): readonly (Sandwich & { readonly found: Try })[] {
  const quoted = model.buy({ pair, purse: model.EMPTY_PURSE }, amountIn)!.purse.data;
  const minOut = lessSlippage(quoted, bps);
  const seen: (Sandwich & { readonly found: Try })[] = [];
  const choice = `${alita(amountIn)} at ${percent(bps)}`;
  climb(0, mostFront(pair, { amountIn, minOut, front: 0n }), (x) => {
    const sandwich = { amountIn, minOut, front: scaled(pair.base, x) };
    const profit = play(pair, sandwich) ?? -1n;
    const found = { choice, profit, atRisk: amountIn, bound: boundOf(pair, sandwich) };
    seen.push({ ...sandwich, found });
    return found;
  });
  return seen;
}

/** The largest front run, in reserves, that the victim's bound lets through. */
function mostFront(pair: model.PairModel, sandwich: Sandwich): number {
  let [low, high] = [0, 4];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (play(pair, { ...sandwich, front: scaled(pair.base, middle) }) === undefined) high = middle;
    else low = middle;
  }
  return low;
}

async function search(world: World): Promise<Finding> {
  const { dataset, attacker, pair } = await stageMarket(world);
  const victim = await world.user("victim");
  await allow(victim, [victim.client.alita.address], [dataset.pair]);
  const perTolerance = TOLERANCES.map((bps) =>
    VICTIMS.flatMap((size) => searchSize(pair, scaled(pair.base, size), bps)),
  );
  const best = perTolerance.map((all) => all.reduce((a, b) => (b.found.profit > a.found.profit ? b : a)));
  for (const { amountIn, minOut, front, found } of best) {
    await world.isolated(async () => {
      const quote = { ...(await market.quoteBuy(victim.client, { dataset, amountIn })), minOut };
      const won = await gained(attacker, dataset, async () => {
        const bought =
          front === 0n ? 0n : (await market.buy(attacker.client, { dataset, amountIn: front })).result.amountOut;
        await market.buy(victim.client, { dataset, amountIn, quote });
        if (bought > 0n) await market.sell(attacker.client, { dataset, amountIn: bought });
      });
      confirm(`sandwich of ${found.choice}`, found.profit, won.base);
    });
  }
  return {
    searched: "victim's size 0.1 % to 100 % of the reserve, tolerance 0 to 10 %, size of the front run",
    tries: perTolerance.flat().map(({ found }) => found),
    confirmed: best.length,
    notes: notes(
      pair,
      perTolerance.map((all) => all.map(({ found }) => found)),
    ),
  };
}

function notes(pair: model.PairModel, perTolerance: readonly (readonly Try[])[]): readonly string[] {
  const rows = TOLERANCES.map((bps, index) => {
    const { profit, atRisk } = bestOf(perTolerance[index]!);
    return `${percent(bps)}: ${alita(profit)} of ${alita(atRisk)}`;
  });
  const usual = perTolerance[TOLERANCES.indexOf(USUAL)]!;
  const least = VICTIMS.find((size) =>
    usual.some(({ profit, atRisk }) => profit > 0n && atRisk === scaled(pair.base, size)),
  );
  return [
    `Best profit by the victim's tolerance: ${rows.join("; ")}.`,
    `With the SDK's ${percent(USUAL)} the smallest victim of the grid that pays is ${percent(BigInt((least ?? 0) * 10_000))} of the ALITA reserve.`,
  ];
}

export const sandwich: Attack = {
  name: "sandwich within the victim's bound",
  question: "What does buying before and selling after a victim's purchase bring?",
  assumption: "The attacker orders the block, knows the bound, pays no gas and no block builder.",
  loser: "The buyer, within the tolerance that it signed.",
  bound: "R + V - R * D / (D - minOut)",
  why:
    "The attacker ends without Data Token, so the pair ends with at most D - minOut of it, and k never falls: the rest " +
    "of the ALITA is the bound, at most about the tolerance and the fee of V. Three fees are paid on the way, so small " +
    "trades within half a per cent are not worth it. Every door takes `minOut` and a deadline, and the SDK fills both.",
  precedent: "Every automated market maker since 2020; Uniswap v2's routers made min-out usual.",
  search,
};
