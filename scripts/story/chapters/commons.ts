import { parseEther, ZeroAddress } from "ethers";
import { pool } from "#sdk";
import type { PoolParams } from "#sdk/types/Dataset.ts";
import { chainTime } from "../../chain/clock.ts";
import { domesticFlights, where } from "../data.ts";
import { launchDataset } from "../launchDataset.ts";
import { type Contributed, provide } from "../provide.ts";
import { alita } from "../show.ts";
import type { Slice } from "../slices.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, MINUTE } from "../time.ts";
import type { Attesters } from "./attesters.ts";

const POOL: Omit<PoolParams, "attesterSet"> = {
  rewardInBase: false,
  staking: true,
  listed: true,
  allocation: parseEther("60000"),
  maxIncentive: parseEther("5000"),
  updateMax: parseEther("1000"),
  price: 0n,
  unitPrice: parseEther("0.001"),
  minQuality: 5_000n,
  slashBps: 5_000n,
  burnBps: 0n,
  similarityLanes: 48n,
  challengeWindow: MINUTE,
  unbonding: 2n * MINUTE,
  licencePeriod: 365n * DAY,
  minCohort: 1n,
  privacyPeriod: DAY,
  epsilonPerJob: 0n,
  epsilonPerPeriod: 0n,
  gate: ZeroAddress,
  arbiter: ZeroAddress,
};

export interface Commons {
  readonly flights: Launched;
  readonly parts: readonly Contributed[];
}

/** Free data, paid contributors. Its windows are minutes: the dataset to try things on. */
export async function openCommons(stage: Stage, attesters: Attesters): Promise<Commons> {
  const { chain, cast, narrator } = stage;
  const { lea, dana } = cast;
  narrator.chapter("Lea puts flights into the commons");
  narrator.tell("A licence costs nothing, yet whoever contributes is rewarded.", "A3");
  const params = {
    name: "Domestic Flights",
    symbol: "FLGT",
    supply: parseEther("200000"),
    liquidityData: parseEther("40000"),
    liquidityBase: parseEther("2000"),
    makerFeeShare: 0n,
    lockedUntil: (await chainTime(chain)) + 90n * DAY,
    pool: { ...POOL, attesterSet: attesters.hash },
  };
  const flights = await launchDataset(stage, { maker: lea, attesters, fields: domesticFlights().fields, params });
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
