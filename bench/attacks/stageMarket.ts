import { type Dataset, dataset as datasets, market, pairAt, read } from "#sdk";
import { allow, type Terms, type User, type World } from "../gas/World.ts";
import type { PairModel, Purse } from "./PairModel.ts";

/** A dataset on the market, and an attacker with a thousand ALITA's worth of its Data Token. */
export interface StagedMarket {
  readonly dataset: Dataset;
  readonly attacker: User;
  readonly pair: PairModel;
}

export async function stageMarket(world: World, terms: Terms = {}): Promise<StagedMarket> {
  const dataset = await world.launch(terms);
  const attacker = await world.user("attacker");
  await world.enter(attacker, dataset);
  await allow(attacker, [dataset.token], [attacker.client.billing.address]);
  return { dataset, attacker, pair: await modelOf(attacker, dataset) };
}

/** The pair as it is on the chain. */
export async function modelOf({ client }: User, dataset: Dataset): Promise<PairModel> {
  const at = pairAt(dataset.pair);
  const [reserves, kLast, share] = await Promise.all([
    market.reservesOf(client, dataset),
    read(client, at, "kLast", []),
    read(client, at, "makerFeeShare", []),
  ]);
  return { ...reserves, kLast, share, donatedData: 0n, donatedBase: 0n };
}

export const purseOf = ({ client, address }: User, dataset: Dataset): Promise<Purse> =>
  datasets.balances(client, { dataset, who: address });

/** What somebody won, token wei. */
export async function gained(user: User, dataset: Dataset, play: () => Promise<unknown>): Promise<Purse> {
  const before = await purseOf(user, dataset);
  await play();
  const after = await purseOf(user, dataset);
  return {
    data: after.data - before.data,
    base: after.base - before.base,
    liquidity: after.liquidity - before.liquidity,
  };
}
