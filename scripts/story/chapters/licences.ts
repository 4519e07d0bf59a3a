import { parseEther } from "ethers";
import { formatTime, pool } from "#sdk";
import { splitRevenue } from "#sdk/math/pool/splitRevenue.ts";
import { alita } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";

/** Access for a month, and who earns from it. */
export async function sellLicences(stage: Stage, weather: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const { mia, dana } = cast;
  narrator.chapter("Mia sells a licence and changes the price");
  narrator.tell("Dana's newspaper buys 30 days of access. Everybody with stake earns from it.", "B13");
  const before = await pool.status(mia, weather);
  const shares = splitRevenue(before.price, before.ownerStake, before.totalStaked);
  const { result: bought } = await pool.buyLicence(dana, { pool: weather.pool });
  const after = await pool.status(mia, weather);
  narrator.equal("Dana pays the listed price", bought.paid, before.price, alita);
  narrator.equal("Mia's part is O / (O + s)", after.makerRevenue - before.makerRevenue, shares.toMaker, alita);
  narrator.equal("the stakers' part is the rest, to the wei", bought.toStakers, bought.paid - shares.toMaker, alita);
  for (const one of [cast.olga, cast.rosa])
    await checkShare(stage, { weather, name: one.name, who: one.address, ...before });

  narrator.tell("The price may change at any moment; sold licences do not.", "B10");
  await pool.setPrice(mia, { pool: weather.pool, price: parseEther("250") });
  const { price } = await pool.status(mia, weather);
  const { licensedUntil } = await pool.account(dana, { pool: weather.pool, who: dana.address });
  narrator.equal("a licence costs at once", price, parseEther("250"), alita);
  narrator.equal("Dana's licence ends when it did", licensedUntil, bought.licensedUntil, formatTime);
  const stale = pool.buyLicence(cast.carl, { pool: weather.pool, maxPrice: before.price });
  await narrator.refuses("Carl's purchase, who was shown the old price", "PriceTooHigh", stale);
}

interface Staker {
  readonly weather: Launched;
  readonly name: string;
  readonly who: string;
  readonly price: bigint; // ALITA wei
  readonly ownerStake: bigint; // WTHR wei
  readonly totalStaked: bigint; // WTHR wei
}

/** The pool rounds down twice, for the maker: a staker may miss a few wei, never gain one. */
async function checkShare({ cast, narrator }: Stage, staker: Staker): Promise<void> {
  const { weather, name, who, price, ownerStake, totalStaked } = staker;
  const { staked, revenue } = await pool.account(cast.mia, { pool: weather.pool, who });
  const exact = (price * staked) / (ownerStake + totalStaked);
  narrator.check(`${name}'s part is her stake's: ${alita(revenue)}`, revenue <= exact && exact - revenue <= 2n);
}
