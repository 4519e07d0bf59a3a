import type { Datawell } from "../../chain/datawell.ts";
import { providerOf } from "../../chain/providerOf.ts";
import { DatawellError } from "../../errors/DatawellError.ts";
import { decodeError } from "../../errors/decodeError.ts";
import { readEvents } from "../../events/readEvents.ts";

export interface BoardEntryParams {
  readonly author: string; // a job's coordinator
  readonly topic: string; // id of the job
  readonly stage: bigint; // BOARD_STAGE
  readonly fromBlock?: number; // by default the block of the deployment
}

/** What an author fixed, and the block in which it did. */
export interface BoardEntry {
  readonly root: string;
  readonly blockNumber: number;
  readonly blockHash: string;
}

/**
 * The author's entry on the bulletin board, or undefined when there is none yet.
 * @throws DatawellError Unreachable, Unknown
 */
export async function boardEntry(
  client: Datawell,
  { author, topic, stage, fromBlock }: BoardEntryParams,
): Promise<BoardEntry | undefined> {
  const indexed = [author, topic, stage];
  const [post] = await readEvents(client, { at: client.board, event: "Post", indexed, fromBlock });
  if (post === undefined) return undefined;
  const block = await providerOf(client)
    .getBlock(post.block)
    .catch((error: unknown) => {
      throw decodeError(error);
    });
  if (!block?.hash) throw new DatawellError("Unreachable");
  return { root: post.root, blockNumber: post.block, blockHash: block.hash };
}
