import type { Context } from "../api/Context.ts";
import type { Round } from "../core/Round.ts";
import type { Patch } from "../store/rows.ts";

const LONGEST = 1_000; // characters of a reason

/** Ends a round without a result; the consumer takes its refund after the job's deadline. */
export async function fail({ store }: Pick<Context, "store">, { jobId, stage }: Round, why: string): Promise<void> {
  await store.rounds.move(jobId, stage, failed(why));
}

/** What a round is when it has failed. */
export const failed = (why: string): Patch => ({
  stage: "failed",
  why: why.slice(0, LONGEST),
  endsAt: undefined,
  closed: true,
});
