import { parseEther, ZeroAddress } from "ethers";
import { dataset, read } from "#sdk";
import type { PoolParams } from "#sdk/types/Dataset.ts";
import { chainTime } from "../../chain/clock.ts";
import { seattleWeather } from "../data.ts";
import { launchDataset } from "../launchDataset.ts";
import { balanceOf } from "../money.ts";
import { alita, amount, price } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY } from "../time.ts";
import type { Attesters } from "./attesters.ts";

const POOL: Omit<PoolParams, "attesterSet"> = {
  rewardInBase: false,
  staking: true,
  listed: true,
  allocation: parseEther("42000"),
  maxIncentive: parseEther("10000"),
  updateMax: parseEther("5000"),
  price: parseEther("200"),
  unitPrice: parseEther("0.01"),
  minQuality: 8_000n,
  slashBps: 5_000n,
  burnBps: 1_000n,
  similarityLanes: 48n,
  challengeWindow: 3n * DAY,
  unbonding: 7n * DAY,
  licencePeriod: 30n * DAY,
  minCohort: 3n,
  privacyPeriod: 30n * DAY,
  epsilonPerJob: parseEther("1"),
  epsilonPerPeriod: parseEther("10"),
  gate: ZeroAddress,
  arbiter: ZeroAddress,
};

/** A dataset with staking, whose rewards are its own Data Token. */
export async function launchWeather(stage: Stage, attesters: Attesters): Promise<Launched> {
  const { chain, cast, narrator } = stage;
  const { mia } = cast;
  narrator.chapter("Mia launches Seattle Weather");
  narrator.tell(
    "Mia wants four years of daily weather. She has no data, but ALITA and an idea who would pay.",
    "A14",
    "A24",
  );
  const params = {
    name: "Seattle Weather",
    symbol: "WTHR",
    supply: parseEther("100000"),
    liquidityData: parseEther("30000"),
    liquidityBase: parseEther("15000"),
    makerFeeShare: 1_667n,
    lockedUntil: (await chainTime(chain)) + 365n * DAY,
    pool: { ...POOL, attesterSet: attesters.hash },
  };
  const weather = await launchDataset(stage, { maker: mia, attesters, fields: seattleWeather().fields, params });

  const terms = await read(mia, mia.factory, "launchTerms", [weather.token]);
  const { escrow } = (await dataset.show(mia, weather)).status;
  narrator.tell(
    `${amount(params.supply)} WTHR exist and no more ever will; the first costs ${price(terms.priceX128)}.`,
    "A16",
  );
  narrator.tell(
    `${amount(escrow)} of them wait in the pool for providers: at most ${amount(POOL.maxIncentive)} each.`,
    "B1",
    "B2",
    "B5",
  );
  narrator.tell(`If every token were dumped, one would still cost ${price(terms.floorPriceX128)}.`);
  narrator.equal("the supply is fixed", terms.supply, params.supply, amount);
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
