import type { Chain } from "./Chain.ts";

/** Time of the latest block, unix seconds. */
export async function chainTime({ provider }: Chain): Promise<bigint> {
  const block = await provider.getBlock("latest");
  if (block === null) throw new Error("The chain has no block");
  return BigInt(block.timestamp);
}

/** Lets time pass on the chain (seconds). */
export const pass = async (chain: Chain, seconds: bigint): Promise<void> =>
  setTime(chain, (await chainTime(chain)) + seconds);

/** This machine's time, unix seconds. */
export const wallTime = (): bigint => BigInt(Math.floor(Date.now() / 1_000));

/** Sets the chain's clock to this machine's, with which it goes on from then. It cannot go back. */
export async function catchUp(chain: Chain): Promise<void> {
  if ((await chainTime(chain)) < wallTime()) await setTime(chain, wallTime());
}

async function setTime({ provider }: Chain, time: bigint): Promise<void> {
  await provider.send("evm_setNextBlockTimestamp", [Number(time)]);
  await provider.send("evm_mine", []);
}
