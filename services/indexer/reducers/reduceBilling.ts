import { JOB_PHASES } from "#sdk/types/Job.ts";
import { mustEqual, mustGet } from "../state/must.ts";
import { accounts } from "../tables/accounts.ts";
import { jobClaims } from "../tables/jobClaims.ts";
import { jobs } from "../tables/jobs.ts";
import { openJob } from "./openJob.ts";
import { accountOf } from "./pool/rows.ts";
import { type Context, type EventOf, placeOf, type Reducer } from "./Reducer.ts";

export const reduceBilling: Reducer<"ComputeBilling"> = {
  OpenJob: openJob,
  Settle: settle,
  Dispute: dispute,
  Resolve: resolve,
  Claim: claim,
  ClaimFee: claimFee,
  Refund: refund,
};

async function settle({ args }: EventOf<"ComputeBilling", "Settle">, { state }: Context): Promise<void> {
  const { jobId, units, resultDigest, payoutRoot, finalAt, consented } = args;
  const job = await mustGet(state, jobs, [jobId]);
  state.put(jobs, { ...job, phase: "Settled", units, resultDigest, payoutRoot, until: Number(finalAt), consented });
}

async function dispute({ args }: EventOf<"ComputeBilling", "Dispute">, { state }: Context): Promise<void> {
  const job = await mustGet(state, jobs, [args.jobId]);
  const { rulingDue, disputeId } = args;
  state.put(jobs, { ...job, phase: "Disputed", until: Number(rulingDue), disputeId });
}

async function resolve({ args }: EventOf<"ComputeBilling", "Resolve">, { state, time }: Context): Promise<void> {
  const job = await mustGet(state, jobs, [args.jobId]);
  const phase = JOB_PHASES[Number(args.phase)] ?? "None";
  // a void job keeps the numbers that were settled, as on the chain: nobody is paid by them
  const numbers = phase === "Void" ? {} : { units: args.units, payoutRoot: args.payoutRoot };
  state.put(jobs, { ...job, ...numbers, phase, until: time });
}

async function claim(event: EventOf<"ComputeBilling", "Claim">, context: Context): Promise<void> {
  const { state } = context;
  const { jobId, provider, contribution, index, units, baseAmount, dataAmount } = event.args;
  const job = await mustGet(state, jobs, [jobId]);
  const { pool } = job;
  state.put(jobs, { ...job, takenUnits: job.takenUnits + units, claims: job.claims + 1 });
  const account = await accountOf(context, pool, provider);
  const [computeBase, computeData] = [account.computeBase + baseAmount, account.computeData + dataAmount];
  state.put(accounts, { ...account, computeBase, computeData });
  const leaf = Number(index);
  const paid = { units, baseAmount, dataAmount };
  state.add(jobClaims, { ...placeOf(event, context), jobId, pool, provider, contribution, leaf, ...paid });
}

async function claimFee({ args }: EventOf<"ComputeBilling", "ClaimFee">, { state }: Context): Promise<void> {
  const job = await mustGet(state, jobs, [args.jobId]);
  mustEqual("A coordinator's fee", args.amount, job.coordinatorFee);
  state.put(jobs, { ...job, feePaid: true });
}

/** Phases in which a refund gives everything back. */
const VOID: ReadonlySet<string> = new Set(["Open", "Disputed", "Void"]);

async function refund({ args }: EventOf<"ComputeBilling", "Refund">, { state }: Context): Promise<void> {
  const job = await mustGet(state, jobs, [args.jobId]);
  state.put(jobs, {
    ...job,
    phase: VOID.has(job.phase) ? "Refunded" : job.phase,
    refundedBase: job.refundedBase + args.baseAmount,
    refundedData: job.refundedData + args.dataAmount,
    burnedData: job.burnedData + args.dataBurned,
    ended: args.ended,
  });
}
