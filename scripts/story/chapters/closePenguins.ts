import { pool } from "#sdk";
import { chainTime } from "../../chain/clock.ts";
import { gain } from "../money.ts";
import { alita } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY, wait } from "../time.ts";

/** A maker may leave with what nobody earned, and with no more. */
export async function closePenguins(stage: Stage, penguins: Launched): Promise<void> {
  const { cast, narrator } = stage;
  const { noah, dana, carl } = cast;
  narrator.chapter("Noah closes his pool");
  await pool.announceClose(noah, penguins);
  await narrator.refuses("closing without notice", "CloseNotDue", pool.close(noah, penguins));
  await wait(stage, 3n * DAY, "providers had time to hand in what attesters signed");
  const { escrow } = await pool.status(noah, penguins);
  const refunded = await gain(noah, noah.alita.address, noah.address, () => pool.close(noah, penguins));
  narrator.tell("Only what is neither earned nor pending returns.", "B4");
  narrator.equal("Noah's refund", refunded, escrow, alita);
  const access = await pool.account(dana, { pool: penguins.pool, who: dana.address });
  narrator.check("Dana's licence goes on", access.licensedUntil > (await chainTime(stage.chain)));
  await narrator.refuses(
    "selling another one",
    "NotListed",
    pool.buyLicence(carl, { pool: penguins.pool, maxPrice: escrow }),
  );
}
