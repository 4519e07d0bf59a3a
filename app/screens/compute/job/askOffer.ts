import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import type { Offer } from "#sdk/rounds/answers.ts";
import type { Task } from "#sdk/task/Task.ts";
import type { Job } from "#sdk/types/Job.ts";
import { engine } from "../engine/engineHere.ts";
import { told } from "../../../intents/told.ts";

export interface AskOfferParams {
  readonly url: string; // of the coordinator
  readonly jobId: string;
  readonly job: Job;
  readonly task: Task;
}

const PATIENCE = 50_000; // milliseconds: the signature is good for a minute
const PACE = 1_000;
const NOT_THERE = 404;

/** Asks again with the same signature while the sum is still being unmasked. */
const patiently: typeof fetch = async (to, init) => {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(to, init);
    if (answer.status !== NOT_THERE || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, PACE));
  }
};

/**
 * The result of a job with its settlement, once they fit each other and the job's terms; takes one signature.
 * @throws DatawellError Rejected, BadInput: there is none yet, or it does not fit
 */
export const askOffer = (client: Datawell, { url, jobId, job, task }: AskOfferParams): Promise<Offer> =>
  told(async () => {
    const { connectConsumer, verifyOffer } = await engine();
    const { chainId } = client;
    const patience = { fetch: patiently, timeoutMs: 2 * PATIENCE };
    const offer = await connectConsumer(url, { signer: signerOf(client), chainId, ...patience }).offer(jobId);
    verifyOffer({ jobId, job, task, offer });
    return offer;
  });
