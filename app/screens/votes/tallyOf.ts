import { DataPoolAbi } from "#sdk/abis.ts";
import type { Proposed } from "#sdk/actions/pool/proposals.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { interfaceOf } from "#sdk/chain/interfaceOf.ts";
import { decodeLog } from "#sdk/events/decodeLog.ts";
import { growingLogs } from "../../data/chain/growingLogs.ts";

/** What was voted, stake wei. */
export interface Tally {
  readonly yes: bigint;
  readonly no: bigint;
}

/** The votes as the ballot tells them: it counts yes votes no further than to the line; undefined: it was reached. */
export function tallyIn({ asked, needed, cast }: Pick<Proposed, "asked" | "needed" | "cast">): Tally | undefined {
  if (needed === 0n) return undefined;
  const yes = asked - needed;
  return { yes, no: cast - yes };
}

/** The votes one by one. */
export async function tallyOf(client: Datawell, pool: string, id: string): Promise<Tally> {
  const topics = interfaceOf(DataPoolAbi, "Vote").encodeFilterTopics("Vote", [id]);
  const logs = await growingLogs(client, `votes on ${id}`, { address: pool, topics });
  let [yes, no] = [0n, 0n];
  for (const log of logs) {
    const event = decodeLog(log, "DataPool");
    if (event?.name !== "Vote") continue;
    const { support, weight } = event.args;
    if (support) yes += weight;
    else no += weight;
  }
  return { yes, no };
}
