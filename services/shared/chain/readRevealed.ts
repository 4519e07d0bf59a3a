import type { ChainLog } from "./ChainLog.ts";
import type { Followed } from "./Followed.ts";
import { inOrder } from "./inOrder.ts";

/** Logs of what is known, then of what they reveal, and so on, in order. */
export async function readRevealed(
  known: readonly string[],
  reveal: Followed["reveal"],
  read: (addresses: readonly string[]) => Promise<readonly ChainLog[]>,
): Promise<readonly ChainLog[]> {
  const seen = new Set(known);
  const all: ChainLog[] = [];
  let wanted = known;
  while (wanted.length > 0) {
    const logs = await read(wanted);
    all.push(...logs);
    wanted = [...new Set(reveal(logs))].filter((address) => !seen.has(address));
    for (const address of wanted) seen.add(address);
  }
  return inOrder(all);
}
