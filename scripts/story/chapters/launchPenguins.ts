import { parseEther, ZeroAddress } from "ethers";
import { pool } from "#sdk";
import type { PoolParams } from "#sdk/types/Dataset.ts";
import { chainTime } from "../../chain/clock.ts";
import { palmerPenguins } from "../data.ts";
import { launchDataset } from "../launchDataset.ts";
import { alita } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY } from "../time.ts";
import type { Attesters } from "./attesters.ts";

const POOL: Omit<PoolParams, "attesterSet"> = {
  rewardInBase: true,
  staking: false,
  listed: true,
  allocation: parseEther("2000"),
  maxIncentive: parseEther("500"),
  updateMax: 0n,
  price: parseEther("50"),
  unitPrice: parseEther("0.01"),
  minQuality: 8_000n,
  slashBps: 0n,
  burnBps: 1_000n,
  similarityLanes: 48n,
  challengeWindow: DAY,
  unbonding: DAY,
  licencePeriod: 30n * DAY,
  minCohort: 3n,
  privacyPeriod: 30n * DAY,
  epsilonPerJob: parseEther("1"),
  epsilonPerPeriod: parseEther("10"),
  gate: ZeroAddress,
  arbiter: ZeroAddress,
};

/** A dataset without staking, whose rewards are ALITA. */
export async function launchPenguins(stage: Stage, attesters: Attesters): Promise<Launched> {
  const { chain, cast, narrator } = stage;
  const { noah } = cast;
  narrator.chapter("Noah launches Palmer Penguins");
  narrator.tell("Noah pays his providers in ALITA and wants no stake from them: both are his choice, once.", "B7");
  const params = {
    name: "Palmer Penguins",
    symbol: "PNGN",
    supply: parseEther("50000"),
    liquidityData: parseEther("10000"),
    liquidityBase: parseEther("4000"),
    makerFeeShare: 2_500n,
    lockedUntil: (await chainTime(chain)) + 365n * DAY,
    pool: { ...POOL, attesterSet: attesters.hash },
  };
  const penguins = await launchDataset(stage, { maker: noah, attesters, fields: palmerPenguins().fields, params });
  const { escrow, rewardToken } = await pool.status(noah, penguins);
  narrator.equal("the escrow holds ALITA", rewardToken, noah.alita.address);
  narrator.equal("and all that Noah allocated", escrow, POOL.allocation, alita);
  return penguins;
}
