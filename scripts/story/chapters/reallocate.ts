import { parseEther } from "ethers";
import { pool } from "#sdk";
import type { Contributed } from "../provide.ts";
import { alita } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, wait } from "../time.ts";

/** What nobody earned may go to those who are there, within each one's cap. */
export async function reallocatePenguins(
  stage: Stage,
  penguins: Launched,
  contributed: readonly Contributed[],
): Promise<void> {
  const { cast, narrator } = stage;
  const { noah } = cast;
  const amount = parseEther("60");
  narrator.chapter("Noah re-allocates what nobody earned");
  const { escrow } = await pool.status(noah, penguins);
  await pool.reallocate(noah, { pool: penguins.pool, amount });
  narrator.tell(`${alita(escrow)} are unearned; Noah spreads ${alita(amount)} over all records.`, "B20", "B21");
  await wait(stage, DAY, "the rewards can be claimed");

  const { maxIncentive } = penguins.params.pool;
  const units = contributed.reduce((sum, one) => sum + one.units, 0n);
  let surplus = amount;
  for (const { provider, contentTag, reward, units: own } of contributed) {
    const share = (amount * own) / units;
    const room = maxIncentive - reward;
    const credit = share < room ? share : room;
    const { result } = await pool.claim(provider, { pool: penguins.pool, contentTags: [contentTag] });
    const why = share < room ? `${own} of ${units} records` : "stopped by the cap";
    narrator.check(
      `${provider.name} gets ${alita(result.paid - reward)} more, ${why}`,
      near(result.paid, reward + credit),
    );
    surplus -= result.paid - reward;
  }
  const after = await pool.status(noah, penguins);
  narrator.check(
    `${alita(surplus)} above the caps are back in the escrow`,
    near(after.escrow, escrow - amount + surplus) && surplus > 0n,
  );
}

/** The pool counts shares in units of 2^-64 and rounds down. */
const near = (a: bigint, b: bigint): boolean => a - b <= 1_000n && b - a <= 1_000n;
