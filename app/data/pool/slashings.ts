import { AttesterRegistryAbi } from "#sdk/abis.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { interfaceOf } from "#sdk/chain/interfaceOf.ts";
import { decodeLog } from "#sdk/events/decodeLog.ts";
import { blockTime } from "../chain/blockTime.ts";
import { growingLogs } from "../chain/growingLogs.ts";
import { timesOf } from "../chain/timesOf.ts";
import { poolEvents } from "./poolEvents.ts";

/** Somebody lost something for a proven offence. */
export interface Slashing {
  readonly time: number; // unix seconds
  readonly transactionHash: string;
  readonly offender: string;
  readonly offence: "duplicate" | "equivocation";
  readonly lost: bigint; // wei: of the reward token for a duplicate, of ALITA for an equivocation
  readonly bounty: bigint; // wei of the same, to who proved it
}

/** Every slashing in a dataset, the latest first. */
export async function slashings(client: Datawell, pool: string): Promise<readonly Slashing[]> {
  const topics = interfaceOf(AttesterRegistryAbi, "SlashEquivocation").encodeFilterTopics("SlashEquivocation", [
    null,
    null,
    pool,
  ]);
  const [events, logs] = await Promise.all([
    poolEvents(client, [pool]),
    growingLogs(client, `equivocations ${pool}`, { address: client.registry.address, topics }),
  ]);
  const all = [...(events.get(pool) ?? []), ...logs.flatMap((log) => decodeLog(log, "AttesterRegistry") ?? [])];
  const slashed = all.flatMap((event): readonly (Omit<Slashing, "time"> & { readonly block: number })[] => {
    const { block, transactionHash } = event;
    if (event.name === "SlashDuplicate") {
      const { offender, forfeited, slashed: stake, bounty } = event.args;
      return [{ block, transactionHash, offender, offence: "duplicate", lost: forfeited + stake, bounty }];
    }
    if (event.name !== "SlashEquivocation") return [];
    const { attester, reward, destroyed } = event.args;
    return [
      { block, transactionHash, offender: attester, offence: "equivocation", lost: reward + destroyed, bounty: reward },
    ];
  });
  const times = await timesOf(
    slashed.map(({ block }) => block).toSorted((a, b) => a - b),
    blockTime(client),
  );
  return slashed
    .map((one) => Object.assign(one, { time: times.get(one.block) ?? 0 }))
    .toSorted((a, b) => b.time - a.time);
}
