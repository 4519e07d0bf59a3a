import type { Round } from "../ledger/Round.ts";
import { collect } from "./collect.ts";
import type { Context, Coordinator } from "./Context.ts";

/**
 * Ends a round that the chain has ended, whatever coordinators say: one that delivered waits for its pay, another for
 * the deadline.
 * @returns whether the round is over
 */
export async function conclude(context: Context, coordinators: readonly Coordinator[], round: Round): Promise<boolean> {
  const isOver = hasDelivered(round) ? await collect(context, coordinators, round) : await isMissed(context, round);
  if (isOver) context.farewells.forget(round.jobId);
  return isOver;
}

const hasDelivered = ({ stage }: Round): boolean => stage === "delivered" || stage === "revealed";

async function isMissed({ chain, ledger }: Context, { jobId, body }: Round): Promise<boolean> {
  const [{ phase }, head] = await Promise.all([chain.jobStatus(jobId), chain.head()]);
  if (phase === "Open" && head.timestamp <= BigInt(body.job.deadline)) return false;
  await ledger.end(jobId, "dropped", phase === "Open" ? "The deadline is over" : `The job is ${phase} on chain`);
  return true;
}
