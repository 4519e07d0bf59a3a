import { hexlify, randomBytes } from "ethers";
import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import { isSignedBy } from "#sdk/auth/isSignedBy.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { enrolmentMessage } from "#sdk/rounds/enrolment.ts";
import { receiptMessage } from "#sdk/rounds/receipt.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { jobConsentMessage } from "#sdk/signing/jobConsentMessage.ts";
import type { TypedData } from "#sdk/signing/TypedData.ts";
import type { Job, Settlement } from "#sdk/types/Job.ts";
import type { CoordinatorChain, Listed, Posted } from "../../../services/coordinator/index.ts";

export interface SimulatedChainOptions {
  readonly client: Datawell; // for the domain of what is signed; nothing is asked of it
  readonly job: Job;
  readonly listed: ReadonlyMap<string, Listed>;
  readonly now: () => number;
}

/**
 * What a coordinator sees of a chain, without one: ten thousand contributions take an hour to put on a real one. Every
 * signature is checked as on a real chain.
 */
export function createSimulatedChain({ client, job, listed, now }: SimulatedChainOptions): CoordinatorChain {
  const posted = new Map<string, Posted>();
  let settlement: Settlement | undefined;
  const nobody = { getCode: async () => "0x", call: async () => "0x" };
  const isSigned = (account: string, message: TypedData, signature: string) =>
    isSignedBy(nobody, { account, digest: digestOf(message), signature });
  return {
    account: job.coordinator,
    time: async () => now(),
    job: async (id) => (id === idOf(job) ? { job, depth: 100 } : undefined),
    state: async () => ({ phase: settlement === undefined ? "Open" : "Settled", until: 0n, feePaid: true }),
    contribution: async (_, id) => listed.get(id),
    posted: async (id, stage) => posted.get(`${id} ${stage}`),
    settled: async () => settlement && { settlement, depth: 100 },
    isEnrolmentSigned: ({ enrolment, signature }) =>
      isSigned(enrolment.provider, enrolmentMessage(client, enrolment), signature),
    isReceiptSigned: ({ receipt, signature }, by) => isSigned(by, receiptMessage(client, receipt), signature),
    isConsentSigned: (of, offered, signature) =>
      isSigned(of.consumer, jobConsentMessage(client, { jobId: idOf(of), settlement: offered }), signature),
    post: async (id, stage, root) => {
      posted.set(`${id} ${stage}`, { root, blockHash: hexlify(randomBytes(32)), depth: 100 });
    },
    settle: async (_, offered) => {
      settlement = offered;
    },
    pay: async () => true,
  };
}
