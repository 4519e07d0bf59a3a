/** Reads a block's time, unix seconds. */
export type ReadTime = (block: number) => Promise<number>;

const ANCHORS = 100; // as many as one batch of requests takes

/**
 * When blocks were, unix seconds. Of many blocks only a hundred are asked for, evenly chosen, and those between are
 * reckoned: good enough for a picture.
 * @param blocks ascending
 */
export async function timesOf(blocks: readonly number[], readTime: ReadTime): Promise<ReadonlyMap<number, number>> {
  const distinct = [...new Set(blocks)];
  const last = distinct.length - 1;
  const count = Math.min(ANCHORS, distinct.length);
  const places = Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * last) / (count - 1)),
  );
  const anchors = places.map((place) => distinct[place] as number);
  const times = await Promise.all(anchors.map(readTime));
  const found = new Map<number, number>();
  let next = 0; // the first anchor at or behind the block
  for (const block of distinct) {
    while ((anchors[next] ?? Number.POSITIVE_INFINITY) < block) next++;
    const [before, behind] = [Math.max(0, next - 1), next];
    found.set(block, between(block, [anchors[before], times[before]], [anchors[behind], times[behind]]));
  }
  return found;
}

type Known = readonly [number | undefined, number | undefined];

function between(block: number, [block0 = 0, time0 = 0]: Known, [block1 = 0, time1 = 0]: Known): number {
  if (block1 === block0) return time1;
  return Math.round(time0 + ((time1 - time0) * (block - block0)) / (block1 - block0));
}
