import { verifyPayout } from "#sdk/math/sumTree.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";
import { sumNodesFromJson } from "#sdk/rounds/sumNodes.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Round } from "../ledger/Round.ts";
import type { Context, Coordinator } from "./Context.ts";

/** Errors of a claim that only say that there is nothing more to get. */
const SETTLED = new Set(["AlreadyClaimed"]);
const LOST = new Set(["TooLate", "ContributionSlashed", "RevokedBeforeOpening", "ForeignContribution"]);

/**
 * Looks after the payment of a round: takes the leaf from the coordinator, checks it against the chain, and claims if
 * the provider can pay for the transaction. Who cannot, waits: anybody may claim for it.
 * @returns whether the round is over
 * @throws DeviceError WrongPayout
 */
export async function collect(context: Context, coordinator: Coordinator | undefined, round: Round): Promise<boolean> {
  const { chain, ledger } = context;
  const { jobId, body } = round;
  const end = async (outcome: "paid" | "unpaid", why: string): Promise<true> => {
    await ledger.end(jobId, outcome, why);
    return true;
  };
  const [status, head] = await Promise.all([chain.jobStatus(jobId), chain.head()]);
  const { phase, until, payoutRoot } = status;
  if (phase === "Open") {
    return head.timestamp > BigInt(body.job.deadline) && end("unpaid", "The coordinator did not settle in time");
  }
  if (phase === "Void" || phase === "Refunded") return end("unpaid", `The job was ${phase.toLowerCase()}`);
  if (phase === "Disputed") return false;
  const kept = await payoutOf(context, coordinator, round, payoutRoot);
  if (kept === undefined || head.timestamp < until) return false;
  if (await chain.isClaimed(jobId, kept.payout.index)) return end("paid", "Claimed");
  if ((await chain.balance(context.payer)) === 0n) return false;
  try {
    const { hash } = await context.claim({ job: jobFromJson(body.job), ...kept });
    return await end("paid", `Claimed by transaction ${hash}`);
  } catch (error) {
    if (!(error instanceof DatawellError)) throw error;
    if (SETTLED.has(error.name)) return end("paid", "Claimed");
    if (LOST.has(error.name)) return end("unpaid", error.message);
    throw error;
  }
}

/** The leaf with its way to the root on chain; kept, so that the coordinator need not live until it is final. */
async function payoutOf(
  { ledger, provider, log }: Context,
  coordinator: Coordinator | undefined,
  { jobId, stage, body }: Round,
  root: string,
) {
  const leaf = (index: number, units: string) => ({
    index,
    provider,
    contribution: body.contribution,
    units: BigInt(units),
  });
  if (body.payout !== undefined) {
    const { index, units, siblings } = body.payout;
    const kept = { payout: leaf(index, units), proof: sumNodesFromJson(siblings) };
    if (verifyPayout(root, kept.payout, kept.proof)) return kept; // not, if attesters overruled it meanwhile
  }
  if (coordinator === undefined) return undefined;
  const { payout, siblings } = await coordinator.api.payout(jobId, body.contribution);
  const found = { payout: leaf(payout.index, payout.units), proof: sumNodesFromJson(siblings) };
  if (payout.provider !== provider || payout.contribution !== body.contribution || !isUnder(root, found)) {
    throw new DeviceError("WrongPayout", "The payout is not under the root on chain", "The device asks again later");
  }
  if (found.payout.units < BigInt(body.units)) {
    log.warn("underpaid", { jobId, units: payout.units, billed: body.units });
  }
  const add = { payout: { index: payout.index, units: payout.units, siblings } };
  await ledger.advance({ jobId, from: stage, to: stage, add });
  return found;
}

/** A proof of the wrong depth is no proof. */
function isUnder(
  root: string,
  { payout, proof }: { payout: Parameters<typeof verifyPayout>[1]; proof: Parameters<typeof verifyPayout>[2] },
) {
  try {
    return verifyPayout(root, payout, proof);
  } catch {
    return false;
  }
}
