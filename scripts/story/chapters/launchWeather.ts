import { parseEther } from "ethers";
import { dataset, read } from "#sdk";
import { seattleWeather } from "../data.ts";
import { launchDataset } from "../launchDataset.ts";
import { balanceOf } from "../money.ts";
import { alita, amount, price } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, YEAR } from "../time.ts";
import { type PoolTerms, USUAL_TERMS } from "../usualTerms.ts";
import type { Attesters } from "./attesters.ts";

const POOL: PoolTerms = {
  ...USUAL_TERMS,
  allocation: parseEther("42000"),
  maxIncentive: parseEther("10000"),
  updateMax: parseEther("5000"),
  price: parseEther("200"),
  challengeWindow: 3n * DAY,
  unbonding: 7n * DAY,
};

/** A dataset with staking, whose rewards are its own Data Token. */
export async function launchWeather(stage: Stage, attesters: Attesters): Promise<Launched> {
  const { cast, narrator } = stage;
  const { mia } = cast;
  narrator.chapter("Mia launches Seattle Weather");
  narrator.tell(
    "Mia wants four years of daily weather. She has no data, but ALITA and an idea who would pay.",
    "A14",
    "A24",
  );
  const token = {
    name: "Seattle Weather",
    symbol: "WTHR",
    supply: parseEther("100000"),
    liquidityData: parseEther("30000"),
    liquidityBase: parseEther("15000"),
    makerFeeShare: 1_667n,
  };
  const { fields } = seattleWeather();
  const weather = await launchDataset(stage, { maker: mia, attesters, fields, token, pool: POOL, lockedFor: YEAR });

  const terms = await read(mia, mia.factory, "launchTerms", [weather.token]);
  const { escrow } = (await dataset.show(mia, weather)).status;
  narrator.tell(
    `${amount(token.supply)} WTHR exist and no more ever will; the first costs ${price(terms.priceX128)}.`,
    "A16",
  );
  narrator.tell(
    `${amount(escrow)} of them wait in the pool for providers: at most ${amount(POOL.maxIncentive)} each.`,
    "B1",
    "B2",
    "B5",
  );
  narrator.tell(`If every token were dumped, one would still cost ${price(terms.floorPriceX128)}.`);
  narrator.equal("the supply is fixed", terms.supply, token.supply, amount);
  narrator.equal("the allocation is in escrow", escrow, POOL.allocation, amount);
  narrator.equal(
    "Mia paid the liquidity and nothing else",
    await balanceOf(mia, mia.alita.address, mia.address),
    parseEther("5000"),
    alita,
  );
  narrator.equal("her spare WTHR are locked for a year", terms.lockedData, parseEther("28000"), amount);
  narrator.check(`and her liquidity: ${amount(terms.lockedLiquidity)}`, terms.lockedLiquidity > 0n);
  await narrator.refuses("Mia asking for them early", "StillLocked", dataset.release(mia, weather));
  return weather;
}
