import { nextTurn } from "./nextTurn.ts";
import { post } from "./post.ts";
import type { Question, RpcAnswer } from "./Rpc.ts";

const MOST = 100; // questions that go together

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: RpcAnswer) => void;
  readonly reject: (error: unknown) => void;
}

export type Ask = (question: Question) => Promise<RpcAnswer>;

/** Asks a node, all that is asked at the same time in one request. A node that takes less together gets less. */
export function createBatches(url: string): Ask {
  let queue: Waiting[] = [];
  let most = MOST;
  let id = 0;
  let settling = 0; // requests whose answers are being given, one a turn

  /** What the answers to one request make people ask goes together again. */
  const flush = (): void => {
    if (settling > 0) return;
    const all = queue;
    queue = [];
    for (let at = 0; at < all.length; at += most) void deliver(all.slice(at, at + most));
  };

  const deliver = async (batch: readonly Waiting[]): Promise<void> => {
    const [only] = batch;
    const asked = batch.map(({ question }) => ({ jsonrpc: "2.0", id: ++id, ...question }));
    try {
      const said = await post(url, batch.length === 1 ? asked[0] : asked);
      if (batch.length === 1 && only !== undefined) return only.resolve(said as RpcAnswer);
      if (Array.isArray(said)) return await give(batch, said, asked);
      most = Math.max(1, Math.floor(batch.length / 2)); // one answer to many questions: they were too many
      for (let at = 0; at < batch.length; at += most) void deliver(batch.slice(at, at + most));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  const give = async (batch: readonly Waiting[], said: readonly RpcAnswer[], asked: Asked): Promise<void> => {
    settling += 1;
    try {
      await settleAll(batch, new Map(said.map((answer) => [answer.id, answer])), asked);
    } finally {
      settling -= 1;
      flush();
    }
  };

  return (question) =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) setTimeout(flush);
      queue.push({ question, resolve, reject });
    });
}

type Asked = readonly { readonly id: number }[];

const UNANSWERED: RpcAnswer = { id: null, error: { message: "The node left a question unanswered" } };

/** Gives each its answer in a turn of its own: together, what is made of them would hold up a slow phone. */
async function settleAll(
  batch: readonly Waiting[],
  said: ReadonlyMap<number | null, RpcAnswer>,
  asked: Asked,
): Promise<void> {
  for (const [at, { resolve }] of batch.entries()) {
    resolve(said.get(asked[at]?.id ?? 0) ?? UNANSWERED);
    await nextTurn();
  }
}
