import { type Contract, parseEther } from "ethers";
import { warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { at, codeIn, create, send } from "./contract.ts";
import { allow, plainToken } from "./tokens.ts";

export const UNISWAP_STAKER = "Uniswap liquidity-staker";

const STAKE = parseEther("100");
const STEP = parseEther("1");
const REWARDS = parseEther("1000000");

/** Rewards of 60 days, and somebody with stake in them. */
async function open(stage: Stage): Promise<Contract> {
  const staker = await stage.account("staker");
  const [rewards, staked] = [await plainToken(staker), await plainToken(staker)];
  const code = codeIn("@uniswap/liquidity-staker/build/StakingRewards.json");
  const farm = await create(staker, code, staker.address, at(rewards), at(staked));
  await send(rewards, "transfer", at(farm), REWARDS);
  await send(farm, "notifyRewardAmount", REWARDS);
  await allow(staked, [at(farm)]);
  await send(farm, "stake", STAKE);
  return farm;
}

const after =
  (name: string, ...args: readonly unknown[]) =>
  async (stage: Stage) => {
    const farm = await open(stage);
    return warm(() => send(farm, name, ...args));
  };

export const uniswapStaker = {
  stake: after("stake", STEP),
  unstake: after("withdraw", STEP),
  claim: after("getReward"),
};
