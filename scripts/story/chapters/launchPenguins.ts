import { parseEther } from "ethers";
import { pool } from "#sdk";
import { palmerPenguins } from "../data.ts";
import { launchDataset } from "../launchDataset.ts";
import { alita } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, YEAR } from "../time.ts";
import { type PoolTerms, USUAL_TERMS } from "../usualTerms.ts";
import type { Attesters } from "./attesters.ts";

const POOL: PoolTerms = {
  ...USUAL_TERMS,
  rewardInBase: true,
  staking: false,
  allocation: parseEther("2000"),
  maxIncentive: parseEther("500"),
  updateMax: 0n,
  price: parseEther("50"),
  slashBps: 0n,
  challengeWindow: DAY,
  unbonding: DAY,
};

/** A dataset without staking, whose rewards are ALITA. */
export async function launchPenguins(stage: Stage, attesters: Attesters): Promise<Launched> {
  const { cast, narrator } = stage;
  const { noah } = cast;
  narrator.chapter("Noah launches Palmer Penguins");
  narrator.tell("Noah pays his providers in ALITA and wants no stake from them: both are his choice, once.", "B7");
  const token = {
    name: "Palmer Penguins",
    symbol: "PNGN",
    supply: parseEther("50000"),
    liquidityData: parseEther("10000"),
    liquidityBase: parseEther("4000"),
    makerFeeShare: 2_500n,
  };
  const { fields } = palmerPenguins();
  const penguins = await launchDataset(stage, { maker: noah, attesters, fields, token, pool: POOL, lockedFor: YEAR });
  const { escrow, rewardToken } = await pool.status(noah, penguins);
  narrator.equal("the escrow holds ALITA", rewardToken, noah.alita.address);
  narrator.equal("and all that Noah allocated", escrow, POOL.allocation, alita);
  return penguins;
}
