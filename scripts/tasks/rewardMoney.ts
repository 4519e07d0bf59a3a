import { poolAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import type { Money } from "../output/Money.ts";
import type { Named } from "./datasetOf.ts";
import type { Session } from "./Session.ts";

/** The token that a pool rewards and stakes in: ALITA or its Data Token. */
export async function rewardMoney({ client, alita }: Session, { pool, token, money }: Named): Promise<Money> {
  return (await read(client, poolAt(pool), "rewardToken", [])) === token ? money : alita;
}
