import { pool } from "#sdk";
import { amount, share } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, wait } from "../time.ts";
import type { Years } from "./provideWeather.ts";

/** Earned tokens may be staked: for a vote, for revenue, and as a pledge. */
export async function claimAndStake(stage: Stage, weather: Launched, years: Years): Promise<void> {
  const { narrator } = stage;
  narrator.chapter("Rewards are claimed and staked");
  const early = { pool: weather.pool, contentTags: [years.olga.contentTag] };
  await narrator.refuses(
    "Olga's claim while others may still object",
    "NotClaimable",
    pool.claim(years.olga.provider, early),
  );
  await wait(stage, 3n * DAY, "nobody objected");

  for (const { provider, contentTag, reward } of Object.values(years)) {
    const isPavel = provider === years.pavel.provider;
    const toStake = isPavel ? (reward * 4n) / 5n : reward;
    const { result } = await pool.claim(provider, { pool: weather.pool, contentTags: [contentTag], toStake });
    const claim = `${provider.name} claims ${amount(reward)} WTHR and stakes`;
    narrator.equal(claim, result.staked, toStake, amount);
  }
  const { pavel } = years;
  const above = pool.stake(pavel.provider, { pool: weather.pool, amount: pavel.reward / 5n + 1n });
  narrator.tell("Nobody can stake more than was earned here, not even with tokens from the market.", "B15");
  await narrator.refuses("a stake one wei above it", "StakeAboveEarned", above);
  await showShares(stage, weather);
}

/** O = allocated - refunded; O is at least half at every moment. */
export async function showShares({ cast, narrator }: Stage, weather: Launched): Promise<void> {
  const { ownerStake, totalStaked } = await pool.status(cast.mia, weather);
  const whole = ownerStake + totalStaked;
  narrator.tell("Stake shares are s / (O + sum of s); O is what Mia allocated.", "B12", "B13", "B14");
  narrator.check(`Mia ${share(ownerStake, whole)}, never below half`, 2n * ownerStake >= whole);
  let sum = 0n;
  for (const one of [cast.olga, cast.pavel, cast.quinn, cast.rosa]) {
    const { staked } = await pool.account(one, { pool: weather.pool, who: one.address });
    sum += staked;
    narrator.tell(`   ${one.name} ${share(staked, whole)}`);
  }
  narrator.equal("the providers' stakes add up", sum, totalStaked, amount);
}
