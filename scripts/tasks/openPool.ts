import type { Money } from "../output/Money.ts";
import type { Context } from "./Command.ts";
import { datasetOf, type Named } from "./datasetOf.ts";
import { openSession } from "./openSession.ts";
import { rewardMoney } from "./rewardMoney.ts";
import type { Session } from "./Session.ts";

/** A session with one dataset, and the token that its pool rewards and stakes in. */
export interface PoolSession extends Session {
  readonly dataset: Named;
  readonly pool: string;
  readonly reward: Money;
}

/** Opens a session and finds the dataset that the user named. */
export async function openPool(context: Context, name: string): Promise<PoolSession> {
  const session = await openSession(context);
  const dataset = await datasetOf(session, name);
  return { ...session, dataset, pool: dataset.pool, reward: await rewardMoney(session, dataset) };
}
