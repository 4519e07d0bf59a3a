import { parseEther } from "ethers";
import { pool } from "#sdk";
import { domesticFlights, where } from "../data.ts";
import { launchDataset } from "../launchDataset.ts";
import { type Contributed, provide } from "../provide.ts";
import { alita } from "../show.ts";
import type { Slice } from "../slices.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, MINUTE, YEAR } from "../time.ts";
import { type PoolTerms, USUAL_TERMS } from "../usualTerms.ts";
import type { Attesters } from "./attesters.ts";

const POOL: PoolTerms = {
  ...USUAL_TERMS,
  allocation: parseEther("60000"),
  maxIncentive: parseEther("5000"),
  updateMax: parseEther("1000"),
  price: 0n,
  unitPrice: parseEther("0.001"),
  minQuality: 5_000n,
  burnBps: 0n,
  challengeWindow: MINUTE,
  unbonding: 2n * MINUTE,
  licencePeriod: YEAR,
  minCohort: 1n,
  privacyPeriod: DAY,
  epsilonPerJob: 0n,
  epsilonPerPeriod: 0n,
};

export interface Commons {
  readonly flights: Launched;
  readonly parts: readonly Contributed[];
}

/** Free data, paid contributors. Its windows are minutes: the dataset to try things on. */
export async function openCommons(stage: Stage, attesters: Attesters): Promise<Commons> {
  const { cast, narrator } = stage;
  const { lea, dana } = cast;
  narrator.chapter("Lea puts flights into the commons");
  narrator.tell("A licence costs nothing, yet whoever contributes is rewarded.", "A3");
  const token = {
    name: "Domestic Flights",
    symbol: "FLGT",
    supply: parseEther("200000"),
    liquidityData: parseEther("40000"),
    liquidityBase: parseEther("2000"),
    makerFeeShare: 0n,
  };
  const { fields } = domesticFlights();
  const flights = await launchDataset(stage, {
    maker: lea,
    attesters,
    fields,
    token,
    pool: POOL,
    lockedFor: 90n * DAY,
  });
  const parts = [
    await provide(stage, flights, { provider: cast.theo, slice: month("01") }),
    await provide(stage, flights, { provider: cast.bea, slice: month("02") }),
    await provide(stage, flights, { provider: cast.drew, slice: month("03") }),
  ];
  const { result } = await pool.buyLicence(dana, { pool: flights.pool });
  narrator.equal("Dana pays for a year of access", result.paid, 0n, alita);
  return { flights, parts };
}

const month = (number: string): Slice => ({
  title: `Domestic Flights 2001-${number}`,
  table: where(domesticFlights(), ([date]) => String(date).startsWith(`2001/${number}`)),
});
