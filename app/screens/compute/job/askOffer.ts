import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import type { Offer } from "#sdk/rounds/answers.ts";
import type { Task } from "#sdk/task/Task.ts";
import type { Job } from "#sdk/types/Job.ts";
import { engine } from "../engine/useEngine.ts";
import { told } from "../told.ts";

export interface AskOfferParams {
  readonly url: string; // of the coordinator
  readonly jobId: string;
  readonly job: Job;
  readonly task: Task;
}

/**
 * The result of a job with its settlement, once they fit each other and the job's terms; takes one signature.
 * @throws DatawellError Rejected, BadInput: there is none yet, or it does not fit
 */
export const askOffer = (client: Datawell, { url, jobId, job, task }: AskOfferParams): Promise<Offer> =>
  told(async () => {
    const { connectConsumer, verifyOffer } = await engine();
    const consumer = connectConsumer(url, { signer: signerOf(client), chainId: client.chainId });
    const offer = await consumer.offer(jobId);
    verifyOffer({ jobId, job, task, offer });
    return offer;
  });
