import type { At } from "#sdk/indexer/types.ts";

const FRESH = 20; // blocks that an index may be behind
const PAUSES = [300, 900]; // milliseconds until it is asked again: an indexer looks for blocks every second

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * An index's answer as of the head of the chain: what somebody has just done must be in it, so an index that is behind
 * is asked again, and again. Then what it has is taken; undefined where that is far behind.
 * @param head number of the latest block that was seen
 */
export async function caughtUp<T extends { readonly at: Pick<At, "block"> }>(
  ask: () => Promise<T>,
  head: number,
  rest = wait,
): Promise<T | undefined> {
  let answer = await ask();
  for (const pause of PAUSES) {
    const behind = head - answer.at.block;
    if (behind <= 0 || behind > FRESH) break;
    await rest(pause);
    answer = await ask().catch(() => answer); // a good answer is not lost to one that did not come
  }
  return head - answer.at.block > FRESH ? undefined : answer;
}
