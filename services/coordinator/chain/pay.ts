import { id } from "ethers";
import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import { payTermsOf } from "#sdk/actions/compute/payTermsOf.ts";
import { status } from "#sdk/actions/compute/status.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { encode } from "#sdk/chain/encode.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import { read } from "#sdk/chain/read.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { packProof, type Payout, payoutProofs } from "#sdk/math/sumTree.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { Sender } from "./createSender.ts";

export interface Payer {
  readonly client: Datawell;
  readonly sender: Sender;
  readonly account: string; // of the coordinator
}

const AT_ONCE = 40; // claims in one transaction, far below a block's gas

/**
 * Takes the coordinator's fee and pays the payouts of a final settlement, a group at a time.
 * @returns whether nothing is left to do; payouts that the chain refuses, such as of a slashed contribution, are left
 */
export async function pay({ client, sender, account }: Payer, job: Job, payouts: readonly Payout[]): Promise<boolean> {
  const { billing } = client;
  const jobId = idOf(job);
  if (job.coordinatorFee !== 0n && !(await status(client, { jobId })).feePaid) {
    await sender.carry(`${jobId} fee`, { to: billing.address, data: encode(billing, "claimFee", [job]) });
    return false;
  }
  const proofs = payoutProofs(payouts);
  const terms = payTermsOf(job);
  for (let from = 0; from < payouts.length; from += AT_ONCE) {
    const group = payouts.slice(from, from + AT_ONCE).map((payout): Due => {
      const data = encode(billing, "claim", [terms, payout, packProof(proofs[payout.index] ?? [])]);
      return { index: payout.index, call: { from: account, to: billing.address, data } };
    });
    const due = await payable(client, jobId, group);
    if (due.length === 0) continue;
    const data = encode(billing, "multicall", [due]);
    await sender.carry(`${jobId} claims ${id(data)}`, { to: billing.address, data });
    return false;
  }
  return true;
}

interface Due {
  readonly index: number;
  readonly call: { readonly from: string; readonly to: string; readonly data: string };
}

/** Calls for those payouts that were not made and would go through. */
async function payable(client: Datawell, jobId: string, group: readonly Due[]): Promise<readonly string[]> {
  const calls = await Promise.all(
    group.map(async ({ index, call }) => {
      if (await read(client, client.billing, "isClaimed", [jobId, index])) return undefined;
      return (await goesThrough(client, call)) ? call.data : undefined;
    }),
  );
  return calls.filter((data) => data !== undefined);
}

async function goesThrough(client: Datawell, call: Due["call"]): Promise<boolean> {
  try {
    await providerOf(client).call(call);
    return true;
  } catch (cause) {
    const error = decodeError(cause);
    if (error.name === "Unreachable" || error.name === "Unknown") throw new DatawellError("Unreachable", {}, { cause });
    return false;
  }
}
