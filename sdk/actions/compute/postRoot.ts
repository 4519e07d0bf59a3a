import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";

export interface PostRootParams {
  readonly topic: string; // id of the job
  readonly stage: bigint; // BOARD_STAGE
  readonly root: string; // 32 bytes, not zero
}

/** What a coordinator fixes on the bulletin board in the course of a round. */
export const BOARD_STAGE = { roster: 1n, survivors: 2n } as const;

/**
 * Fixes a root on the bulletin board under the user's address; possible once for each topic and stage.
 * @throws DatawellError AlreadyPosted, EmptyRoot
 */
export const postRoot = (client: Datawell, { topic, stage, root }: PostRootParams) =>
  act(client, client.board, { call: "post", args: [topic, stage, root], event: "Post" });
