import { type Contract, parseEther, type Wallet, ZeroAddress } from "ethers";
import { warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { at, codeIn, create, send } from "./contract.ts";
import { allow, plainToken } from "./tokens.ts";

export const MASTER_CHEF = "MasterChef v2";

const STAKE = parseEther("100");
const STEP = parseEther("1");
const PER_BLOCK = parseEther("100");
const POOL = 0;
const SHARES = 100;

const code = (name: string) => codeIn(`@sushiswap/core/artifacts/contracts/${name}.sol/${name}.json`);

interface Farm {
  readonly chef: Contract;
  readonly staker: Wallet;
}

/** The second chef takes its rewards from a pool of the first. */
async function open(stage: Stage): Promise<Farm> {
  const staker = await stage.account("staker");
  const sushi = await create(staker, code("SushiToken"));
  const first = await create(staker, code("MasterChef"), at(sushi), staker.address, PER_BLOCK, 0, 0);
  await send(sushi, "transferOwnership", at(first));
  const [ticket, staked] = [await plainToken(staker), await plainToken(staker)];
  await send(first, "add", SHARES, at(ticket), false);
  const chef = await create(staker, code("MasterChefV2"), at(first), at(sushi), POOL);
  await allow(ticket, [at(chef)]);
  await send(chef, "init", at(ticket));
  await send(chef, "add", SHARES, at(staked), ZeroAddress);
  await allow(staked, [at(chef)]);
  await send(chef, "deposit", POOL, STAKE, staker.address);
  return { chef, staker };
}

const move = (name: string) => async (stage: Stage) => {
  const { chef, staker } = await open(stage);
  return warm(() => send(chef, name, POOL, STEP, staker.address));
};

/** The chef has the rewards already: fetching them is a transaction of its own. */
async function claim(stage: Stage): Promise<number> {
  const { chef, staker } = await open(stage);
  return warm(async () => {
    await send(chef, "harvestFromMasterChef");
    return send(chef, "harvest", POOL, staker.address);
  });
}

export const masterChef = { stake: move("deposit"), unstake: move("withdraw"), claim };
