import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import type { Accepted } from "./liveContributions.ts";

/** What a provider gives to a dataset. */
export interface Provider {
  readonly account: string;
  readonly contributions: number; // live ones
  readonly units: bigint; // rows of them
}

/** Those with live contributions, most rows first. */
export function providersIn(live: readonly Accepted[]): readonly Provider[] {
  const found = new Map<string, Provider>();
  for (const { provider: account, units } of live) {
    const sum = found.get(account) ?? { account, contributions: 0, units: 0n };
    found.set(account, { account, contributions: sum.contributions + 1, units: sum.units + units });
  }
  return [...found.values()].toSorted((a, b) => (a.units === b.units ? 0 : a.units < b.units ? 1 : -1));
}

/** What these few earned (reward token wei, vested or not: it counts against the cap), in their order. */
export async function rewardsOf(
  client: Datawell,
  pool: string,
  accounts: readonly string[],
): Promise<readonly bigint[]> {
  const answers = await Promise.all(accounts.map((account) => read(client, poolAt(pool), "accountOf", [account])));
  return answers.map(({ rewarded }) => rewarded);
}
