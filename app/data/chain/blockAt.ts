import type { ReadTime } from "./timesOf.ts";

export interface BlockAtParams {
  readonly time: number; // unix seconds
  readonly first: number; // block
  readonly last: number; // block
}

/** The first block at `time` or later, by halves; the last one if all are older. */
export async function blockAt(readTime: ReadTime, { time, first, last }: BlockAtParams): Promise<number> {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await readTime(middle)) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
