import { ChainError } from "./ChainError.ts";
import { findAncestor } from "./findAncestor.ts";
import type { Followed } from "./Followed.ts";
import type { BlockId, Header } from "./Header.ts";
import { readRecent } from "./readRecent.ts";
import { readSettled } from "./readSettled.ts";

/** Blocks near the head that are read and taken over together. */
const RECENT = 16;

/** What a step did: took blocks over, went back before a fork, or found nothing to do. */
export type Step = "blocks" | "reorg" | "idle";

/**
 * Takes the next stretch of the chain over, or undoes what the chain no longer has. Whatever fails, fails before
 * anything is taken over, and can be tried again.
 * @throws ChainError; what the node refused with; what `onBlocks` and `onReorg` throw
 */
export async function advance(followed: Followed): Promise<Step> {
  const { reader, birth, window } = followed;
  await requireChain(followed);
  const position = await followed.position();
  const tip = position[0];
  const head = await reader.header("latest");
  if (await hasForked(followed, head, position)) return "reorg";

  const from = tip === undefined ? birth : tip.number + 1;
  if (from > head.number) return "idle";
  if (from <= head.number - window) await takeSettled(followed, head, from);
  else await takeRecent(followed, head, tip);
  return "blocks";
}

/** Behind one address there may be nodes of several chains, so this is asked before each step. */
async function requireChain({ reader, chainId }: Followed): Promise<void> {
  const actual = await reader.chainId();
  if (actual === chainId) return;
  throw new ChainError("WrongChain", `The node is of chain ${actual}, the deployment is on chain ${chainId}`);
}

/**
 * Goes back to where the node's chain and ours part. A head that is one of our own blocks is a node that lags, and
 * nothing is undone for it.
 */
async function hasForked({ reader, onReorg }: Followed, head: Header, position: readonly BlockId[]): Promise<boolean> {
  const comparable = position.filter(({ number }) => number <= head.number);
  const [top] = comparable;
  if (top === undefined) return false; // lags behind all that we could compare
  if ((await reader.header(top.number)).hash === top.hash) return false;
  const ancestor = await findAncestor(reader, comparable);
  await onReorg(ancestor?.number);
  return true;
}

async function takeSettled(followed: Followed, head: Header, from: number): Promise<void> {
  const to = Math.min(head.number - followed.window, from + followed.span - 1);
  const { end, blocks } = await readSettled(followed, from, to);
  await followed.onBlocks({ from, to: end, recent: false, blocks, head });
}

async function takeRecent(followed: Followed, head: Header, tip: BlockId | undefined): Promise<void> {
  const from = tip === undefined ? followed.birth : tip.number + 1;
  const to = Math.min(head.number, from + RECENT - 1);
  const blocks = await readRecent(followed, tip, [from, to]);
  const end = blocks.at(-1);
  if (end === undefined) return;
  await followed.onBlocks({ from, to: { number: end.number, hash: end.hash }, recent: true, blocks, head });
}
