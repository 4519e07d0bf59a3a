import { pool } from "#sdk";
import { updateReward } from "#sdk/math/pool/updateReward.ts";
import { attest, submit } from "../attest.ts";
import type { Contributed } from "../provide.ts";
import { amount, percent } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, wait } from "../time.ts";
import { days, type Years } from "./provideWeather.ts";

/** New records are paid as an update, by how good and how new they are. */
export async function updateWeather(stage: Stage, weather: Launched, years: Years): Promise<Contributed> {
  const { cast, narrator } = stage;
  const { rosa } = cast;
  const { updateMax } = weather.params.pool;
  narrator.chapter("Rosa brings the last quarter of 2015");
  narrator.tell(
    `An update earns at most ${amount(updateMax)} WTHR: quality * novelty of it, with as much stake at risk.`,
    "B11",
    "B18",
  );
  await refuseOldRecords(stage, weather, years);

  const slice = days("2015, last quarter", "2015-10", "2016");
  const attested = await attest(stage, weather, { provider: rosa, slice, updates: years.rosa.slice });
  const { quality, novelty } = attested.assessment;
  const { escrow } = await pool.status(rosa, weather);
  const { staked } = await pool.account(rosa, { pool: weather.pool, who: rosa.address });
  const { result } = await submit(rosa, weather, attested);
  const { units } = attested.contribution;
  narrator.equal(
    `${units} records of quality ${percent(quality)} and novelty ${percent(novelty)} earn`,
    result.reward,
    updateReward({ updateMax, quality, novelty, escrow }),
    amount,
  );
  narrator.check(`her stake of ${amount(staked)} covers it`, staked >= result.reward);

  await wait(stage, 3n * DAY, "nobody objected to the update");
  const tags = [result.contentTag];
  await pool.claim(rosa, { pool: weather.pool, contentTags: tags, toStake: result.reward });
  const after = await pool.account(rosa, { pool: weather.pool, who: rosa.address });
  narrator.equal("Rosa stakes that as well and has", after.staked, staked + result.reward, amount);
  return { provider: rosa, slice, contentTag: result.contentTag, units, reward: result.reward };
}

/** Last week's file with one day more is no news. */
async function refuseOldRecords(stage: Stage, weather: Launched, years: Years): Promise<void> {
  const { cast, narrator } = stage;
  const slice = days("2015, again", "2015-01", "2015-10-02");
  const attested = await attest(stage, weather, { provider: cast.rosa, slice, updates: years.rosa.slice });
  narrator.equal("novelty of the old records with one day more", attested.assessment.novelty, 0n, percent);
}
