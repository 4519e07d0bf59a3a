import { maskInput, protect } from "#sdk/reduce/index.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";
import { encodeMasked, maskedDigest } from "#sdk/rounds/masked.ts";
import { type Receipt, receiptMessage } from "#sdk/rounds/receipt.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import { sessionKeyOf, signRound } from "#sdk/rounds/session.ts";
import { runTask, type TaskRun } from "../../shared/sandbox/runTask.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Holding } from "../Holding.ts";
import type { Place, Round, RoundBody } from "../ledger/Round.ts";
import { holdingRows } from "../records/holdingRows.ts";
import { budgetOf } from "./budgetOf.ts";
import { checkContribution } from "./checkContribution.ts";
import type { Context, Coordinator } from "./Context.ts";
import { must } from "./must.ts";

/** What a device takes from a coordinator before its work, so that it waits for nobody while it works. */
export interface Given {
  readonly sealedFrom: Readonly<Record<string, string>>; // by neighbour
  readonly program: Uint8Array;
}

/** Undefined while too few neighbours have shared. */
export async function gather({ api }: Coordinator, { jobId, body }: Round): Promise<Given | undefined> {
  const [job, task, place] = [jobFromJson(body.job), must(body.task), must(body.place)];
  const sealedFrom = sharesOf(place, (await api.shares(jobId, place.index)).sealed);
  const { threshold } = roundTerms({ job, task, size: place.size });
  if (Object.keys(sealedFrom).length < threshold) return undefined;
  return { sealedFrom, program: await api.program(jobId) };
}

/**
 * Runs the task, clips, adds the device's noise, masks, and signs the receipt. What leaves is written down together with
 * what it costs, before it leaves; should this process die at any moment, the same message is sent, or none.
 * @returns the round a step further
 * @throws DeviceError
 */
export async function deliver(context: Context, { sealedFrom, program }: Given, round: Round): Promise<Round> {
  const { jobId, body } = round;
  const [job, task, place, secrets] = [jobFromJson(body.job), must(body.task), must(body.place), must(body.secrets)];
  const holding = context.holdingOf(job.pool, body.contribution);
  if (holding === undefined) throw new DeviceError("Revoked", "This device answers for it no more", "Nothing was sent");
  await checkConsent(context, round, holding);
  const { threshold, plan } = roundTerms({ job, task, size: place.size });
  const run = await runTask(context.sandbox, {
    task,
    program,
    fields: holding.fields,
    rows: await holdingRows(holding),
  });
  const bound = BigInt(task.output.bound);
  const input = plan === undefined ? run.output : protect({ values: run.output, bound, plan, random: context.random });
  const party = { round: jobId, index: place.index, secrets: secrets.party, neighbours: place.neighbours };
  const masked = await maskInput({ ...party, threshold, sealedFrom, input });
  const receipt = receiptOf(round, holding, run, masked);
  const signature = await context.sign(receiptMessage(context.chain.client, receipt));
  const message = {
    step: "input" as const,
    jobId,
    index: place.index,
    masked: encodeMasked(masked),
    receipt: { receipt, signature },
  };
  return spendAndKeep(context, round, {
    input: signRound(sessionKeyOf(secrets.session), message),
    secrets: { ...secrets, sealedFrom },
  });
}

/** Consent, the deadline and the job itself, once more: the round may have begun long ago. */
async function checkConsent({ chain, provider }: Context, { jobId, body }: Round, holding: Holding): Promise<void> {
  const job = jobFromJson(body.job);
  const { contribution, units: rows } = holding;
  const [{ phase }, head] = await Promise.all([chain.jobStatus(jobId), chain.head()]);
  if (phase !== "Open") throw new DeviceError("NotOpen", `The job is ${phase} on chain`, "Nothing was sent");
  if (head.timestamp > job.deadline) throw new DeviceError("TooLate", "The job's deadline is over", "Nothing was sent");
  await checkContribution(chain, { job, contribution, provider, rows });
}

/** Of what the coordinator passed on, the part that comes from neighbours. */
function sharesOf({ neighbours }: Place, sealed: Readonly<Record<string, string>>): Record<string, string> {
  const own = neighbours.flatMap(({ index }) => (Object.hasOwn(sealed, index) ? [[index, sealed[index]]] : []));
  return Object.fromEntries(own);
}

function receiptOf({ jobId }: Round, holding: Holding, run: TaskRun, masked: BigUint64Array): Receipt {
  return {
    jobId,
    contribution: holding.contribution,
    contentRoot: holding.contentRoot,
    rows: run.rows,
    units: run.units.toString(),
    outputHash: maskedDigest(masked),
  };
}

async function spendAndKeep({ chain, ledger, policy }: Context, round: Round, add: Partial<RoundBody>): Promise<Round> {
  const { jobId, pool } = round;
  const budget = budgetOf(policy, pool, await chain.policy(pool));
  const kept = await ledger.advance({ jobId, from: "shared", to: "delivered", add, budget });
  if (kept !== undefined) return kept;
  throw new DeviceError("BudgetSpent", "Other jobs have spent the privacy budget meanwhile", "Nothing was sent");
}
