import { PairAbi } from "#sdk/abis.ts";
import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { topicOf } from "#sdk/chain/topicOf.ts";
import type { DatawellEvent } from "#sdk/events/DatawellEvent.ts";
import { decodeLog } from "#sdk/events/decodeLog.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { blockTime } from "../chain/blockTime.ts";
import { growingLogs } from "../chain/growingLogs.ts";
import { timesOf } from "../chain/timesOf.ts";
import { baseTraded } from "./baseTraded.ts";
import { type MarketStep, ticksOf } from "./ticksOf.ts";
import type { Tick } from "./Tick.ts";

const decoded = new WeakMap<ChainLog, DatawellEvent | undefined>();

/** The whole past of a pair from its own events, in order of time. */
export async function historyFromChain(
  client: Datawell,
  { pair, token }: Pick<Dataset, "pair" | "token">,
): Promise<readonly Tick[]> {
  const topics = [[topicOf(PairAbi, "Sync"), topicOf(PairAbi, "Swap")]];
  const logs = await growingLogs(client, `market ${pair}`, { address: pair, topics });
  const times = await timesOf(logs.map(({ blockNumber }) => blockNumber), blockTime(client)); // prettier-ignore
  const events = logs.flatMap((log) => {
    if (!decoded.has(log)) decoded.set(log, decodeLog(log, "Pair"));
    return decoded.get(log) ?? [];
  });
  return ticksOf(stepsOf(events, times, BigInt(token) < BigInt(client.alita.address)));
}

/** Each `Sync` is a step; the `Swap` that made it follows it at once. */
function stepsOf(
  events: readonly DatawellEvent[],
  times: ReadonlyMap<number, number>,
  isDataFirst: boolean,
): readonly MarketStep[] {
  return events.flatMap((event, index): readonly MarketStep[] => {
    if (event.contract !== "Pair" || event.name !== "Sync") return [];
    const { reserve0, reserve1 } = event.args;
    const next = events[index + 1];
    const isTrade = next?.contract === "Pair" && next.name === "Swap";
    return [
      {
        time: times.get(event.block) ?? 0,
        reserveData: isDataFirst ? reserve0 : reserve1,
        reserveBase: isDataFirst ? reserve1 : reserve0,
        baseTraded: isTrade ? baseTraded(next.args, isDataFirst) : 0n,
      },
    ];
  });
}
