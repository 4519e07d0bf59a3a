import type { Reader } from "./createReader.ts";
import type { BlockId } from "./Header.ts";

/**
 * The newest of some blocks of a chain that the node has as well, or undefined if it has none.
 * @param position blocks of one chain, newest first, none above the node's head
 */
export async function findAncestor(reader: Reader, position: readonly BlockId[]): Promise<BlockId | undefined> {
  let shared = position.length; // first index known to be shared; all older ones are
  let foreign = -1; // last index known to be foreign
  while (shared - foreign > 1) {
    const middle = Math.floor((shared + foreign) / 2);
    const block = position[middle];
    const found = block && (await reader.header(block.number));
    if (found?.hash === block?.hash) shared = middle;
    else foreign = middle;
  }
  return position[shared];
}
