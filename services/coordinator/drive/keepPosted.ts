import type { Context } from "../api/Context.ts";
import type { BoardStage, Posted } from "../chain/CoordinatorChain.ts";
import type { Round } from "../core/Round.ts";

export interface Fixed {
  readonly stage: BoardStage;
  readonly root: string | undefined; // as it was written down before anything was sent
}

/**
 * Sees to it that a root stands on the bulletin board, and puts the same one there again if a reorganization took it.
 * @returns what is posted, once it is deep enough; "other" if a different root is there, so that this one can never be
 */
export async function keepPosted(
  { chain, rules }: Context,
  { jobId }: Round,
  { stage, root }: Fixed,
): Promise<Posted | "other" | undefined> {
  if (root === undefined) throw new Error(`round ${jobId} has no root of its ${stage}`);
  const posted = await chain.posted(jobId, stage);
  if (posted === undefined) {
    await chain.post(jobId, stage, root);
    return undefined;
  }
  if (posted.root !== root) return "other";
  return posted.depth >= rules.confirmations ? posted : undefined;
}
