import { parseEther } from "ethers";
import { cityWeather } from "../data.ts";
import { launchDataset } from "../launchDataset.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, MINUTE } from "../time.ts";
import { type PoolTerms, USUAL_TERMS } from "../usualTerms.ts";
import type { Attesters } from "./attesters.ts";

const POOL: PoolTerms = {
  ...USUAL_TERMS,
  staking: false,
  allocation: parseEther("30000"),
  maxIncentive: parseEther("500"),
  updateMax: 0n,
  price: parseEther("20"),
  minQuality: 7_000n,
  slashBps: 0n,
  challengeWindow: MINUTE,
  unbonding: 2n * MINUTE,
  minCohort: 40n,
  epsilonPerJob: parseEther("4"),
  epsilonPerPeriod: parseEther("12"),
};

/** A dataset of many small devices: what one holds is a month of one city's weather. */
export async function launchCities(stage: Stage, attesters: Attesters): Promise<Launched> {
  const { cast, narrator } = stage;
  narrator.chapter("Lea launches a dataset of many small devices");
  narrator.tell("Nobody's month of weather may be recognized: no answer is given over fewer than forty devices.", "A8");
  const token = {
    name: "Two Cities Weather",
    symbol: "CITY",
    supply: parseEther("100000"),
    liquidityData: parseEther("20000"),
    liquidityBase: parseEther("4000"),
    makerFeeShare: 1_667n,
  };
  const { fields } = cityWeather();
  return launchDataset(stage, { maker: cast.lea, attesters, fields, token, pool: POOL, lockedFor: 90n * DAY });
}
