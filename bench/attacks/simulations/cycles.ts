import { dataset as datasets, encode, market, pairAt, transact } from "#sdk";
import { random } from "../../similarity/random.ts";
import type { Attack, Try } from "../Attack.ts";
import { confirm } from "../confirm.ts";
import * as model from "../PairModel.ts";
import { pick, sized } from "../search.ts";
import { gained, type StagedMarket, stageMarket } from "../stageMarket.ts";

export const DEEDS = {
  buy: model.buy,
  sell: model.sell,
  join: model.join,
  exit: model.exit,
  collect: model.collect,
  donateBase: model.donateBase,
  donateData: model.donateData,
  sync: model.sync,
  skim: model.skim,
} as const;

export type DeedName = keyof typeof DEEDS;

interface Step {
  readonly deed: DeedName;
  readonly amount: bigint; // of the token that the deed takes
}

/** Fees collected and donations taken back are nothing by themselves. */
const isTrade = ({ deed }: Step): boolean => ["buy", "sell", "join"].includes(deed);

interface Cycle {
  readonly steps: readonly Step[];
  readonly end: model.Position;
}

const LENGTHS = [2, 3, 4, 6, 8];
const LEAST = 10n ** 15n; // wei of a deed

export interface CycleSearch {
  readonly seed: number;
  readonly rounds: number;
  readonly names: readonly DeedName[];
}

/** Random cycles of these deeds from the attacker's position, all that it ends with turned back into ALITA. */
function searchCycles(pair: model.PairModel, { seed, rounds, names }: CycleSearch) {
  const next = random(seed);
  const cycles = Array.from({ length: rounds }, () => randomCycle(pair, next, names));
  return cycles.map((cycle) => ({ cycle, found: judged(pair, cycle) }));
}

function randomCycle(pair: model.PairModel, next: () => number, names: readonly DeedName[]): Cycle {
  const steps: Step[] = [];
  let end: model.Position = { pair, purse: model.EMPTY_PURSE };
  for (let left = pick(next, LENGTHS); left > 0; left--) {
    const deed = pick(next, names);
    const amount = amountOf(deed, end, next);
    const after = amount === 0n ? undefined : DEEDS[deed](end, amount);
    if (after === undefined) continue;
    end = after;
    steps.push({ deed, amount });
  }
  return { steps, end };
}

/** Now and then exactly all that there is, otherwise any size. */
function amountOf(deed: DeedName, { pair, purse }: model.Position, next: () => number): bigint {
  if (deed === "exit") return next() < 0.5 ? purse.liquidity : (purse.liquidity * BigInt(pick(next, [1, 2, 3]))) / 4n;
  if (deed === "sell" && purse.data > 0n && next() < 0.5) return purse.data;
  const reserve = deed === "sell" || deed === "donateData" ? pair.data : pair.base;
  return sized(next, LEAST, reserve * 4n);
}

function judged(start: model.PairModel, { steps, end }: Cycle): Try {
  const choice = steps.map(({ deed }) => deed).join(", ") || "nothing";
  return { choice, profit: steps.length === 0 ? -1n : model.liquidated(end), atRisk: 2n * start.base, bound: 0n };
}

type Act = (staged: StagedMarket, amount: bigint) => Promise<unknown>;

const door =
  (name: "sync" | "skim"): Act =>
  ({ attacker, dataset }) => {
    const at = pairAt(dataset.pair);
    const call = name === "sync" ? encode(at, "sync", []) : encode(at, "skim", [attacker.address]);
    return transact(attacker.client, { to: dataset.pair, calls: [call] });
  };

const ACTS: Readonly<Record<DeedName, Act>> = {
  buy: ({ attacker, dataset }, amountIn) => market.buy(attacker.client, { dataset, amountIn }),
  sell: ({ attacker, dataset }, amountIn) => market.sell(attacker.client, { dataset, amountIn }),
  join: async ({ attacker, dataset }, base) => {
    const reserves = await market.reservesOf(attacker.client, dataset);
    const data = (base * reserves.data) / reserves.base + 1n;
    return market.add(attacker.client, { dataset, data, base });
  },
  exit: ({ attacker, dataset }, liquidity) => market.remove(attacker.client, { dataset, liquidity }),
  collect: ({ attacker, dataset }) => market.collectMakerFee(attacker.client, dataset),
  donateBase: ({ attacker, dataset }, amount) =>
    datasets.transfer(attacker.client, { token: attacker.client.alita.address, to: dataset.pair, amount }),
  donateData: ({ attacker, dataset }, amount) =>
    datasets.transfer(attacker.client, { token: dataset.token, to: dataset.pair, amount }),
  sync: door("sync"),
  skim: door("skim"),
};

/** Plays the best cycles that the attacker can afford on the contracts and compares its tokens to the wei. */
async function playCycles(
  staged: StagedMarket,
  found: ReturnType<typeof searchCycles>,
  {
    world,
    count,
  }: { readonly world: { readonly isolated: (work: () => Promise<void>) => Promise<void> }; readonly count: number },
): Promise<number> {
  const affordable = found.filter(({ cycle }) => cycle.steps.length > 1 && isAffordable(staged.pair, cycle));
  const best = affordable.toSorted((a, b) => (a.found.profit > b.found.profit ? -1 : 1)).slice(0, count);
  for (const { cycle } of best) {
    await world.isolated(async () => {
      const won = await gained(staged.attacker, staged.dataset, async () => {
        for (const { deed, amount } of cycle.steps) await ACTS[deed](staged, amount);
      });
      for (const token of ["base", "data", "liquidity"] as const) {
        confirm(`${token} after ${judged(staged.pair, cycle).choice}`, cycle.end.purse[token], won[token]);
      }
    });
  }
  return best.length;
}

/** The attacker has about a fiftieth of the pair's Data Token, and ALITA enough. */
function isAffordable(pair: model.PairModel, { steps }: Cycle): boolean {
  let position: model.Position = { pair, purse: { ...model.EMPTY_PURSE, data: pair.data / 60n } };
  return steps.every(({ deed, amount }) => {
    const after = DEEDS[deed](position, amount);
    if (after === undefined || after.purse.data < 0n || -after.purse.base > pair.base * 15n) return false;
    position = after;
    return true;
  });
}

/** A finding over random cycles of these deeds. */
export async function cycleFinding(world: Parameters<Attack["search"]>[0], search: CycleSearch, searched: string) {
  const staged = await stageMarket(world);
  const found = searchCycles(staged.pair, search);
  const confirmed = await playCycles(staged, found, { world, count: 8 });
  const tries = found.filter(({ cycle }) => cycle.steps.some(isTrade)).map((one) => one.found);
  return { searched, tries, confirmed };
}
