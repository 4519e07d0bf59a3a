import { posts } from "../tables/posts.ts";
import type { Context, EventOf, Reducer } from "./Reducer.ts";

export const reduceBoard: Reducer<"BulletinBoard"> = { Post: post };

async function post({ args }: EventOf<"BulletinBoard", "Post">, { state, block, time }: Context): Promise<void> {
  const { author, topic, root } = args;
  const stage = Number(args.stage);
  await state.get(posts, [author, topic, stage]);
  state.put(posts, { author, topic, stage, root, block, time });
}
