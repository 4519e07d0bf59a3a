import type { FollowedBlock } from "./Batch.ts";
import { ChainError } from "./ChainError.ts";
import type { Followed } from "./Followed.ts";
import type { BlockId, Header } from "./Header.ts";
import { readLogs } from "./readLogs.ts";
import { readRevealed } from "./readRevealed.ts";

/**
 * Every block of a range near the head, each bound to the one before it by its parent's hash, and its logs asked for
 * by its own hash: however the chain is reorganized meanwhile, what is read is one chain.
 * @param tip the block before, undefined at the beginning
 * @throws ChainError Moved where the blocks do not follow one another; as `readLogs`
 */
export async function readRecent(
  { reader, addresses, reveal }: Followed,
  tip: BlockId | undefined,
  [from, to]: readonly [number, number],
): Promise<readonly FollowedBlock[]> {
  const blocks: FollowedBlock[] = [];
  const known = new Set(addresses());
  let before = tip?.hash;
  for (let number = from; number <= to; number++) {
    const header = await following(reader, number, before);
    const { hash: blockHash } = header;
    const read = (wanted: readonly string[]) => readLogs(reader, { addresses: wanted, blockHash });
    const logs = await readRevealed([...known], reveal, read);
    for (const address of reveal(logs)) known.add(address);
    blocks.push({ ...header, logs });
    before = blockHash;
  }
  return blocks;
}

async function following(reader: Followed["reader"], number: number, parent: string | undefined): Promise<Header> {
  const header = await reader.header(number);
  if (parent === undefined || header.parentHash === parent) return header;
  throw new ChainError("Moved", `Block ${number} does not follow the block read before it`);
}
