import { pool } from "#sdk";
import { attest, submit } from "../attest.ts";
import { between, seattleWeather } from "../data.ts";
import { shuffledRows, withHoles } from "../edits.ts";
import { type Contributed, provide } from "../provide.ts";
import { amount, percent } from "../show.ts";
import type { Slice } from "../slices.ts";
import type { Launched, Stage } from "../Stage.ts";

export interface Years {
  readonly olga: Contributed; // 2012
  readonly pavel: Contributed; // 2013
  readonly quinn: Contributed; // 2014
  readonly rosa: Contributed; // 2015 without its last quarter
}

/** Four people keep a year of weather each on their own devices. */
export async function provideWeather(stage: Stage, weather: Launched): Promise<Years> {
  const { cast, narrator } = stage;
  narrator.chapter("Four providers join with a year of weather each");
  narrator.tell(
    "Their files stay at home. The chain gets a salted root, a tag, a sketch and a description.",
    "A10",
    "A11",
    "A13",
  );
  narrator.tell("Two of three attesters must find the same quality; it decides the reward.", "A15", "A17", "A26", "B3");
  await refuseHoles(stage, weather);

  const years = {
    olga: await provide(stage, weather, { provider: cast.olga, slice: days("2012", "2012-01", "2013") }),
    pavel: await provide(stage, weather, { provider: cast.pavel, slice: days("2013", "2013-01", "2014") }),
    quinn: await provide(stage, weather, { provider: cast.quinn, slice: days("2014", "2014-01", "2015") }),
    rosa: await provide(stage, weather, { provider: cast.rosa, slice: days("2015", "2015-01", "2015-10") }),
  };
  await refuseCopy(stage, weather, years.olga.slice);

  const { cohort, escrow } = await pool.status(cast.mia, weather);
  narrator.tell("Everybody can see the dataset grow.", "A27");
  narrator.equal("providers in the pool", cohort, 4n);
  const earned = Object.values(years).reduce((sum, { reward }) => sum + reward, 0n);
  narrator.equal("WTHR left for others", escrow, weather.params.pool.allocation - earned, amount);
  return years;
}

/** The days from `from` on and before `before`. */
export const days = (title: string, from: string, before: string): Slice => ({
  title: `Seattle Weather ${title}`,
  table: between(seattleWeather(), from, before),
});

async function refuseHoles(stage: Stage, weather: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const { title, table } = days("2013", "2013-01", "2014");
  const attested = await attest(stage, weather, {
    provider: cast.pavel,
    slice: { title, table: withHoles(table) },
  });
  const { quality } = attested.assessment;
  narrator.tell(`Pavel's first file is damaged, a third of its cells are lost: quality ${percent(quality)}.`, "B6");
  await narrator.refuses("Pavel's damaged file", "QualityTooLow", submit(cast.pavel, weather, attested));
}

async function refuseCopy(stage: Stage, weather: Launched, original: Slice): Promise<void> {
  const { cast, narrator } = stage;
  narrator.tell("Tom shuffles the records of Olga's file and offers them as his own, under another salt.", "B8");
  const slice = { title: "Weather by Tom", table: shuffledRows(original.table) };
  const attested = await attest(stage, weather, { provider: cast.tom, slice });
  await narrator.refuses("Tom's copy", "DuplicateContent", submit(cast.tom, weather, attested));
}
