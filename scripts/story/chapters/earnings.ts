import { market, pool } from "#sdk";
import { balanceOf, gain } from "../money.ts";
import { alita, amount, price } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";

/** Everybody takes what is theirs. */
export async function takeEarnings(stage: Stage, weather: Launched, penguins: Launched): Promise<void> {
  stage.narrator.chapter("Everybody takes what they earned");
  await sellTokens(stage, weather);
  await collectFee(stage, weather);
  await takeRevenue(stage, weather, penguins);
}

async function sellTokens({ cast, narrator }: Stage, weather: Launched): Promise<void> {
  const { pavel } = cast;
  const held = await balanceOf(pavel, weather.token, pavel.address);
  const before = await market.market(pavel, weather);
  const quote = await market.quoteSell(pavel, { dataset: weather, amountIn: held });
  const { result } = await market.sell(pavel, { dataset: weather, amountIn: held, quote });
  const after = await market.market(pavel, weather);
  narrator.tell(`Pavel sells his ${amount(held)} free WTHR; nobody promised him a price.`, "A30");
  narrator.equal("he gets exactly what was quoted", result.amountOut, quote.amountOut, alita);
  narrator.check(
    `the price fell from ${price(before.spotX128)} to ${price(after.spotX128)}`,
    after.spotX128 < before.spotX128,
  );
}

async function collectFee({ cast, narrator }: Stage, weather: Launched): Promise<void> {
  const { mia, tom } = cast;
  const due = await market.makerFee(mia, weather);
  const minted = await gain(mia, weather.pair, mia.address, () => market.collectMakerFee(tom, weather));
  narrator.tell(
    `Mia's sixth of all trading fees waits as liquidity: ${amount(due.data)} WTHR and ${alita(due.base)}.`,
    "A31",
  );
  narrator.equal("anyone may hand it to her", minted, due.liquidity, amount);
}

async function takeRevenue({ cast, narrator }: Stage, weather: Launched, penguins: Launched): Promise<void> {
  narrator.tell("Licence revenue is taken by each holder of stake, whenever they like.", "B13");
  for (const one of [cast.olga, cast.pavel, cast.quinn, cast.rosa]) {
    const { revenue } = await pool.account(one, { pool: weather.pool, who: one.address });
    const { result } = await pool.claimRevenue(one, weather);
    narrator.equal(`${one.name}'s revenue`, result.amount, revenue, alita);
  }
  for (const [maker, dataset] of [
    [cast.mia, weather],
    [cast.noah, penguins],
  ] as const) {
    const { makerRevenue } = await pool.status(maker, dataset);
    const taken = await gain(maker, maker.alita.address, maker.address, () =>
      pool.withdrawMakerRevenue(maker, dataset),
    );
    narrator.equal(`${maker.name}'s revenue`, taken, makerRevenue, alita);
  }
}
