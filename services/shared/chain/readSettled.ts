import type { FollowedBlock } from "./Batch.ts";
import { ChainError } from "./ChainError.ts";
import type { ChainLog } from "./ChainLog.ts";
import type { Followed } from "./Followed.ts";
import type { BlockId } from "./Header.ts";
import { readLogs } from "./readLogs.ts";
import { readRevealed } from "./readRevealed.ts";

/** Headers asked for at the same time. */
const AT_ONCE = 16;

/**
 * The blocks of a range that have logs, its first and its last. The range is too deep to be reorganized.
 * @throws ChainError as `readLogs`; Moved where a log stands in another block than the node has
 */
export async function readSettled(
  { reader, addresses, reveal }: Followed,
  from: number,
  to: number,
): Promise<{ readonly end: BlockId; readonly blocks: readonly FollowedBlock[] }> {
  const logs = await readRevealed(addresses(), reveal, (wanted) => readLogs(reader, { addresses: wanted, from, to }));
  const byBlock = new Map<number, ChainLog[]>([[from, []]]);
  for (const log of logs) {
    const others = byBlock.get(log.blockNumber);
    if (others === undefined) byBlock.set(log.blockNumber, [log]);
    else others.push(log);
  }
  if (!byBlock.has(to)) byBlock.set(to, []);
  const numbers = [...byBlock.keys()];
  const blocks: FollowedBlock[] = [];
  for (let first = 0; first < numbers.length; first += AT_ONCE) {
    const some = numbers.slice(first, first + AT_ONCE);
    blocks.push(...(await Promise.all(some.map((number) => blockOf(reader, number, byBlock.get(number) ?? [])))));
  }
  const end = blocks.at(-1);
  if (end?.number !== to) throw new ChainError("BadAnswer", `The node did not give block ${to}`);
  return { end: { number: end.number, hash: end.hash }, blocks };
}

async function blockOf(reader: Followed["reader"], number: number, logs: readonly ChainLog[]): Promise<FollowedBlock> {
  const header = await reader.header(number);
  if (logs.some(({ blockHash }) => blockHash !== header.hash)) {
    throw new ChainError("Moved", `The logs of block ${number} are of another block of that height`);
  }
  return { ...header, logs };
}
