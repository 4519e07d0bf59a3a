import type { At } from "#sdk/indexer/types.ts";

const FRESH = 20; // blocks that an index may be behind
const LOOKS = 5;
const PAUSE = 250; // milliseconds between them

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/**
 * An index's answer as of the head of the chain: what somebody has just done must be in it, so an index that is behind
 * is asked again, for a second. Then what it has is taken; undefined where that is far behind.
 * @param head number of the latest block that was seen
 */
export async function caughtUp<T extends { readonly at: Pick<At, "block"> }>(
  ask: () => Promise<T>,
  head: () => number,
  rest = pause,
): Promise<T | undefined> {
  for (let look = 1; ; look++) {
    const answer = await ask();
    const behind = head() - answer.at.block;
    if (behind > FRESH) return undefined;
    if (behind <= 0 || look === LOOKS) return answer;
    await rest();
  }
}
