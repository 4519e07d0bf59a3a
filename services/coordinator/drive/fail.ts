import type { Context } from "../api/Context.ts";
import type { Round } from "../core/Round.ts";

const LONGEST = 1_000; // characters of a reason

/** Ends a round without a result; the consumer takes its refund after the job's deadline. */
export async function fail({ store }: Pick<Context, "store">, { jobId, stage }: Round, why: string): Promise<void> {
  const reason = why.slice(0, LONGEST);
  await store.rounds.move(jobId, stage, { stage: "failed", why: reason, endsAt: undefined, closed: true });
}
