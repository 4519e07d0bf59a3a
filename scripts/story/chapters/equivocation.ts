import { id } from "ethers";
import { attester } from "#sdk";
import { gain } from "../money.ts";
import { alita, percent } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { commitTo } from "../slices.ts";
import { wallTime } from "../../chain/clock.ts";
import { days } from "./provideWeather.ts";

/** Two different words about one contribution are proof enough. */
export async function slashAttester(stage: Stage, weather: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const { cleo, tom, wanda } = cast;
  narrator.chapter("An attester contradicts herself");
  const contribution = { ...commitTo(tom, days("by Tom", "2012-03", "2012-06")), contentRoot: id("made up") };
  const sign = async (quality: bigint) => {
    const assessment = { quality, novelty: 0n, deadline: wallTime() };
    return { assessment, ...(await attester.attest(cleo, { pool: weather.pool, contribution, assessment })) };
  };
  const [one, other] = [await sign(4_000n), await sign(9_000n)];
  narrator.tell(
    `Cleo signs ${percent(one.assessment.quality)} for a file and, for a favour, ${percent(other.assessment.quality)}.`,
  );

  const { amount: bond } = await attester.bond(wanda, { attester: cleo.address });
  const evidence = { attester: cleo.address, pool: weather.pool, contribution, one, other };
  const reward = await gain(wanda, wanda.alita.address, wanda.address, () =>
    attester.slashEquivocation(wanda, evidence),
  );
  narrator.equal("Wanda shows both and gets half of the bond", reward, bond / 2n, alita);
  const { amount: left, active, barred } = await attester.bond(wanda, { attester: cleo.address });
  narrator.equal("the other half is destroyed; left for Cleo", left, 0n, alita);
  narrator.check("she attests no more, here or elsewhere", !active && barred);
}
