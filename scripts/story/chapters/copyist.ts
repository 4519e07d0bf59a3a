import { pool, read, poolAt } from "#sdk";
import { laneAgreement } from "#sdk/math/laneAgreement.ts";
import { slashedStake } from "#sdk/math/pool/slashedStake.ts";
import { attest, submit } from "../attest.ts";
import { shuffledColumns, shuffledRows, withNoise } from "../edits.ts";
import { gain } from "../money.ts";
import { amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import type { Years } from "./provideWeather.ts";
import { showShares } from "./stake.ts";

/** A copy that is no exact copy, and what it costs. */
export async function slashCopyist(stage: Stage, weather: Launched, years: Years): Promise<void> {
  const { cast, narrator } = stage;
  const { quinn, wanda } = cast;
  narrator.chapter("A near copy costs its maker half the stake");
  narrator.tell("Quinn changes last digits of Pavel's year, shuffles records and columns, and contributes it.", "B19");
  const table = shuffledColumns(shuffledRows(withNoise(years.pavel.slice.table)));
  const attested = await attest(stage, weather, { provider: quinn, slice: { title: "Weather by Quinn", table } });
  const { result: copy } = await submit(quinn, weather, attested);
  narrator.tell(
    `The pool credits ${amount(copy.reward)} WTHR, claimable in three days. Anyone can compare two stored sketches.`,
  );

  const [older, newer] = [years.pavel.contentTag, copy.contentTag];
  await narrator.refuses(
    "as a copy of Olga's year",
    "NotDuplicate",
    slash(stage, weather, years.olga.contentTag, newer),
  );
  const { staked, unbonding } = await pool.account(quinn, { pool: weather.pool, who: quinn.address });
  const { escrow } = await pool.status(wanda, weather);
  const lanes = laneAgreement(await sketch(stage, weather, older), await sketch(stage, weather, newer));
  const due = slashedStake(staked + unbonding, weather.params.pool.slashBps);

  const bounty = await gain(wanda, weather.token, wanda.address, () => slash(stage, weather, older, newer));
  const after = await pool.status(wanda, weather);
  const left = await pool.account(quinn, { pool: weather.pool, who: quinn.address });
  narrator.check(`the sketches agree in ${lanes} of 64 lanes, 48 prove a copy`, lanes >= 48);
  narrator.equal("Quinn loses half of the stake", staked - left.staked, due.slashed, amount);
  narrator.equal("Wanda, who showed it, gets a fifth of that", bounty, due.bounty, amount);
  const returned = copy.reward + due.slashed - due.bounty;
  narrator.equal("forfeited reward and the rest return to the escrow", after.escrow - escrow, returned, amount);
  await narrator.refuses("slashing it twice", "AlreadySlashed", slash(stage, weather, older, newer));
  await showShares(stage, weather);
}

const slash = ({ cast }: Stage, weather: Launched, older: string, newer: string) =>
  pool.slash(cast.wanda, { pool: weather.pool, older, newer });

const sketch = ({ cast }: Stage, weather: Launched, tag: string): Promise<string> =>
  read(cast.wanda, poolAt(weather.pool), "sketchOf", [tag]);
