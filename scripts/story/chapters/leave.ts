import { pool } from "#sdk";
import { gain } from "../money.ts";
import { amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, wait } from "../time.ts";

/** Stake can always leave, but not faster than a challenge. */
export async function leave(stage: Stage, weather: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const { pavel } = cast;
  narrator.chapter("Pavel takes his stake out");
  const { staked } = await pool.account(pavel, { pool: weather.pool, who: pavel.address });
  await pool.unstake(pavel, { pool: weather.pool, amount: staked });
  narrator.tell("Unbonding takes seven days, longer than anybody may object to data.", "B9");
  await narrator.refuses("taking it at once", "StillUnbonding", pool.withdraw(pavel, weather));
  await wait(stage, 7n * DAY, "unbonding is over");
  const got = await gain(pavel, weather.token, pavel.address, () => pool.withdraw(pavel, weather));
  narrator.equal("Pavel has all of it", got, staked, amount);
}
