import { PairAbi } from "#sdk/abis.ts";
import { reservesOf } from "#sdk/actions/market/reservesOf.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { interfaceOf } from "#sdk/chain/interfaceOf.ts";
import { read } from "#sdk/chain/read.ts";
import { getLogs } from "#sdk/events/getLogs.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { dayAgo } from "../chain/dayAgo.ts";
import { baseTraded, type SwapAmounts } from "../market/baseTraded.ts";
import { totalsOf } from "../pool/liveContributions.ts";
import { liveIn, poolEvents } from "../pool/poolEvents.ts";
import type { CardFacts } from "./CardFacts.ts";

const WHOLE = 10n ** 18n; // one Data Token in wei

/** The facts of a few datasets, by token; made for a page of cards, not for the whole catalogue. */
export async function factsFromChain(
  client: Datawell,
  datasets: readonly Dataset[],
): Promise<ReadonlyMap<string, CardFacts>> {
  if (datasets.length === 0) return new Map();
  const [contributed, traded, standing] = await Promise.all([
    poolEvents(client, datasets.map(({ pool }) => pool)), // prettier-ignore
    tradedToday(client, datasets),
    Promise.all(datasets.map((dataset) => standingOf(client, dataset))),
  ]);
  const entries = datasets.map(({ token, pair, pool }, index) => {
    const { quality, providers, units } = totalsOf(liveIn(contributed.get(pool) ?? []));
    const rest = standing[index] as Standing;
    return [token, { ...rest, quality, providers, rows: units, volume: traded.get(pair) ?? 0n }] as const;
  });
  return new Map(entries);
}

type Standing = Pick<CardFacts, "price" | "liquidity" | "licencePrice">;

async function standingOf(client: Datawell, dataset: Dataset): Promise<Standing> {
  const at = poolAt(dataset.pool);
  const [{ data, base }, price, isListed] = await Promise.all([
    reservesOf(client, dataset),
    read(client, at, "price", []),
    read(client, at, "listed", []),
  ]);
  return {
    price: data === 0n ? 0n : (base * WHOLE) / data,
    liquidity: base,
    licencePrice: isListed ? price : undefined,
  };
}

/** ALITA wei traded in the last 24 hours, by pair. */
async function tradedToday(client: Datawell, datasets: readonly Dataset[]): Promise<ReadonlyMap<string, bigint>> {
  const coder = interfaceOf(PairAbi, "Swap");
  const fromBlock = await dayAgo(client);
  const address = datasets.map(({ pair }) => pair);
  const logs = await getLogs(client, { address, topics: coder.encodeFilterTopics("Swap", []), fromBlock });
  const dataFirst = new Map(datasets.map(({ pair, token }) => [pair, BigInt(token) < BigInt(client.alita.address)]));
  const sums = new Map<string, bigint>();
  for (const { address: pair, data, topics } of logs) {
    const swap = coder.decodeEventLog("Swap", data, topics) as unknown as SwapAmounts;
    sums.set(pair, (sums.get(pair) ?? 0n) + baseTraded(swap, dataFirst.get(pair) ?? true));
  }
  return sums;
}
