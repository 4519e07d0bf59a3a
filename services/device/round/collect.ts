import { verifyPayout } from "#sdk/math/sumTree.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";
import { sumNodesFromJson } from "#sdk/rounds/sumNodes.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Round, RoundBody } from "../ledger/Round.ts";
import type { Context, Coordinator } from "./Context.ts";

type Leaf = ReturnType<typeof leafOf>;
type End = (outcome: "paid" | "unpaid", why: string) => Promise<true>;

/** Errors of a claim that only say that there is nothing more to get. */
const SETTLED = new Set(["AlreadyClaimed"]);
const LOST = new Set(["TooLate", "ContributionSlashed", "RevokedBeforeOpening", "ForeignContribution"]);

/**
 * Looks after the payment of a round: takes the leaf from a coordinator, checks it against the chain, and claims if the
 * provider can pay for the transaction. Who cannot, waits: anybody may claim for it. Once the settlement is final nobody
 * asks the device for anything, so its secrets go; when the time for claims is over, the round ends.
 * @returns whether the round is over
 * @throws DeviceError WrongPayout
 */
export async function collect(context: Context, coordinators: readonly Coordinator[], round: Round): Promise<boolean> {
  const { chain, ledger } = context;
  const { jobId, body } = round;
  const end = async (outcome: "paid" | "unpaid", why: string): Promise<true> => {
    await ledger.end(jobId, outcome, why);
    return true;
  };
  const [{ phase, until, payoutRoot }, head] = await Promise.all([chain.jobStatus(jobId), chain.head()]);
  if (phase === "Open") {
    return head.timestamp > BigInt(body.job.deadline) && end("unpaid", "The coordinator did not settle in time");
  }
  if (phase === "Void" || phase === "Refunded") return end("unpaid", `The job was ${phase.toLowerCase()}`);
  const isPast = head.timestamp >= until;
  if (phase === "Disputed") return isPast && end("unpaid", "Nobody ruled in time");
  if (phase !== "Settled" && phase !== "Overruled") return false;
  if (isPast) await ledger.wipe(jobId);
  if (isPast && head.timestamp >= until + (await chain.claimPeriod()))
    return end("unpaid", "The time to claim is over");
  const kept = await payoutOf(context, coordinators, { ...round, root: payoutRoot });
  return kept !== undefined && isPast && takePay(context, round, kept, end);
}

async function takePay(context: Context, { jobId, body }: Round, kept: Leaf, end: End): Promise<boolean> {
  const { chain } = context;
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

/** The leaf with its way to the root on chain; kept, so that no coordinator need live until it is final. */
async function payoutOf(
  context: Context,
  coordinators: readonly Coordinator[],
  round: Round & { readonly root: string },
): Promise<Leaf | undefined> {
  const { body, root } = round;
  if (body.payout !== undefined) {
    const { index, units, siblings } = body.payout;
    const kept = leafOf(context, round, { index, units, siblings });
    if (verifyPayout(root, kept.payout, kept.proof)) return kept; // not, if attesters overruled it meanwhile
  }
  let fault: unknown;
  for (const coordinator of coordinators) {
    try {
      return await askForLeaf(context, coordinator, round);
    } catch (error) {
      fault ??= error;
    }
  }
  if (fault !== undefined) throw fault;
  return undefined;
}

async function askForLeaf(
  context: Context,
  { api }: Coordinator,
  round: Round & { readonly root: string },
): Promise<Leaf> {
  const { jobId, stage, body, root } = round;
  const { payout, siblings } = await api.payout(jobId, body.contribution);
  const { index, units, provider, contribution } = payout;
  const found = leafOf(context, round, { index, units, siblings });
  if (provider !== context.provider || contribution !== body.contribution || !isUnder(root, found)) {
    throw new DeviceError("WrongPayout", "The payout is not under the root on chain", "The device asks again later");
  }
  if (found.payout.units < BigInt(body.units)) context.log.warn("underpaid", { jobId, units, billed: body.units });
  await context.ledger.advance({ jobId, from: stage, to: stage, add: { payout: { index, units, siblings } } });
  return found;
}

function leafOf({ provider }: Context, { body }: Round, { index, units, siblings }: NonNullable<RoundBody["payout"]>) {
  const payout = { index, provider, contribution: body.contribution, units: BigInt(units) };
  return { payout, proof: sumNodesFromJson(siblings) };
}

/** A proof of the wrong depth is no proof. */
function isUnder(root: string, { payout, proof }: Leaf): boolean {
  try {
    return verifyPayout(root, payout, proof);
  } catch {
    return false;
  }
}
