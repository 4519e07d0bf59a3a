import { DataPoolAbi } from "#sdk/abis.ts";
import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { topicOf } from "#sdk/chain/topicOf.ts";
import type { DatawellEvent } from "#sdk/events/DatawellEvent.ts";
import { decodeLog } from "#sdk/events/decodeLog.ts";
import { growingLogs } from "../chain/growingLogs.ts";
import { type Accepted, liveContributions } from "./liveContributions.ts";

const WANTED = ["Contribute", "Revoke", "SlashDuplicate"] as const;

/** What became of a pool's contributions. */
export type PoolEvent = Extract<
  DatawellEvent,
  { readonly contract: "DataPool"; readonly name: (typeof WANTED)[number] }
>;

const decoded = new WeakMap<ChainLog, DatawellEvent | undefined>();

/** What became of the contributions of some pools, oldest first, by pool. */
export async function poolEvents(
  client: Datawell,
  pools: readonly string[],
): Promise<ReadonlyMap<string, readonly PoolEvent[]>> {
  const topics = [WANTED.map((name) => topicOf(DataPoolAbi, name))];
  const logs = await growingLogs(client, `contributions ${pools.join()}`, { address: [...pools], topics });
  const found = new Map<string, PoolEvent[]>(pools.map((pool) => [pool, []]));
  for (const log of logs) {
    if (!decoded.has(log)) decoded.set(log, decodeLog(log, "DataPool"));
    const event = decoded.get(log);
    if (event !== undefined) found.get(log.address)?.push(event as PoolEvent);
  }
  return found;
}

/** The contributions among the events that are neither revoked nor slashed. */
export function liveIn(events: readonly PoolEvent[]): readonly Accepted[] {
  const accepted = events.flatMap((event): readonly Accepted[] => {
    if (event.name !== "Contribute") return [];
    const { contribution, provider, contentTag, quality, reward } = event.args;
    return [{ contentTag, provider, quality, reward, units: contribution.units }];
  });
  return liveContributions(accepted, events.flatMap(endOf));
}

function endOf(event: PoolEvent): readonly string[] {
  if (event.name === "Revoke") return [event.args.contentTag];
  return event.name === "SlashDuplicate" ? [event.args.newer] : [];
}
