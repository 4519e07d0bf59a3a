import { jobId as idOf } from "../actions/compute/jobId.ts";
import { status } from "../actions/compute/status.ts";
import { isSignedBy } from "../auth/isSignedBy.ts";
import { poolAt } from "../chain/contracts.ts";
import type { Datawell } from "../chain/datawell.ts";
import { providerOf } from "../chain/providerOf.ts";
import { readEvents } from "../events/readEvents.ts";
import { type Payout, payoutRoot, payoutTotal } from "../math/sumTree.ts";
import type { PayoutsAnswer } from "../rounds/answers.ts";
import { receiptMessage, type SignedReceipt } from "../rounds/receipt.ts";
import { digestOf } from "../signing/digestOf.ts";
import type { Task } from "../task/Task.ts";
import { taskDigest } from "../task/taskDigest.ts";
import { unitsUp } from "../task/unitsUp.ts";
import type { Job } from "../types/Job.ts";

export interface VerifyBillParams {
  readonly job: Job;
  readonly task: Task;
  readonly payouts: PayoutsAnswer;
}

/** What is wrong with a bill. */
export interface BillFault {
  readonly index?: number; // of the leaf; none: the bill as a whole
  readonly fault: string;
}

export interface Bill {
  readonly units: bigint;
  readonly rows: bigint;
  readonly providers: number;
  readonly faults: readonly BillFault[]; // none: every unit is covered by a provider's signed receipt
}

interface Listed {
  readonly provider: string;
  readonly contentRoot: string;
  readonly units: bigint;
}

/**
 * Checks a bill to the unit against the chain: its root and total are the ones settled, and each leaf has a receipt,
 * signed by a provider of the pool who is in it once, for the rows listed on chain at the price signed by the consumer.
 * Anyone can do it.
 * @throws DatawellError Unreachable
 */
export async function verifyBill(client: Datawell, { job, task, payouts }: VerifyBillParams): Promise<Bill> {
  const jobId = idOf(job);
  const leaves = payouts.payouts.map(({ payout }): Payout => ({ ...payout, units: BigInt(payout.units) }));
  const [settled, listed] = await Promise.all([status(client, { jobId }), listedIn(client, job.pool)]);
  const units = payoutTotal(leaves);

  const faults: BillFault[] = [];
  const check = (holds: boolean, fault: string, index?: number) => {
    if (!holds) faults.push(index === undefined ? { fault } : { index, fault });
  };
  check(taskDigest(task) === job.program, "the task is not the job's");
  check(
    leaves.every(({ index }, position) => index === position),
    "the leaves are not in order",
  );
  if (faults.length === 0) check(payoutRoot(leaves) === settled.payoutRoot, "the root is not the one settled on chain");
  check(units === settled.units, `the leaves make ${units} units, charged were ${settled.units}`);
  check(new Set(leaves.map(({ provider }) => provider)).size === leaves.length, "a provider is in it twice");

  for (const [index, { receipt }] of payouts.payouts.entries()) {
    const leaf = leaves[index] as Payout;
    const signed = await isReceiptSigned(client, leaf.provider, receipt);
    check(signed, "the provider did not sign the receipt", index);
    for (const fault of leafFaults({ jobId, task, leaf, receipt, listed: listed.get(leaf.contribution) })) {
      check(false, fault, index);
    }
  }
  const rows = payouts.payouts.reduce((sum, { receipt }) => sum + BigInt(receipt.receipt.rows), 0n);
  return { units, rows, providers: leaves.length, faults };
}

interface LeafParams {
  readonly jobId: string;
  readonly task: Task;
  readonly leaf: Payout;
  readonly receipt: SignedReceipt;
  readonly listed: Listed | undefined;
}

function leafFaults({ jobId, task, leaf, receipt: { receipt }, listed }: LeafParams): readonly string[] {
  const bill = unitsUp(BigInt(receipt.rows), BigInt(task.gasPerRow));
  const checks: readonly (readonly [boolean, string])[] = [
    [receipt.jobId === jobId, "the receipt is another job's"],
    [receipt.contribution === leaf.contribution, "the receipt is another contribution's"],
    [BigInt(receipt.units) === leaf.units, "the receipt names another number of units"],
    [leaf.units === bill, `${receipt.rows} rows cost ${bill} units`],
    [listed?.provider === leaf.provider, "the pool did not accept this contribution from this provider"],
    [listed?.contentRoot === receipt.contentRoot, "the receipt is about other records than those on chain"],
    [listed?.units === BigInt(receipt.rows), "the rows are not those listed on chain"],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

const isReceiptSigned = (client: Datawell, account: string, { receipt, signature }: SignedReceipt) =>
  isSignedBy(providerOf(client), { account, digest: digestOf(receiptMessage(client, receipt)), signature });

async function listedIn(client: Datawell, pool: string): Promise<ReadonlyMap<string, Listed>> {
  const accepted = await readEvents(client, { at: poolAt(pool), event: "Contribute" });
  return new Map(accepted.map(({ contribution }) => [contribution.contentTag, contribution]));
}
