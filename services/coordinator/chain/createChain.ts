import type { Signer } from "ethers";
import { boardEntry } from "#sdk/actions/compute/boardEntry.ts";
import { BOARD_STAGE } from "#sdk/actions/compute/postRoot.ts";
import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import { status } from "#sdk/actions/compute/status.ts";
import { isSignedBy } from "#sdk/auth/isSignedBy.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { encode } from "#sdk/chain/encode.ts";
import { fullProviderOf } from "#sdk/chain/fullProviderOf.ts";
import { read } from "#sdk/chain/read.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import { enrolmentMessage } from "#sdk/rounds/enrolment.ts";
import { receiptMessage } from "#sdk/rounds/receipt.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { jobConsentMessage } from "#sdk/signing/jobConsentMessage.ts";
import type { TypedData } from "#sdk/signing/TypedData.ts";
import type { Job, Settlement } from "#sdk/types/Job.ts";
import type { Database } from "../../shared/database/Database.ts";
import { withTimeout } from "../../shared/chain/withTimeout.ts";
import type { CoordinatorChain } from "./CoordinatorChain.ts";
import { createJournal } from "./createJournal.ts";
import { createSender, type Sender } from "./createSender.ts";
import { pay } from "./pay.ts";

export interface ChainOptions {
  /** Reads the chain; what it would sign with is not used. */
  readonly client: Datawell;
  /** The coordinator's key. */
  readonly signer: Signer;
  readonly database: Database; // with the coordinator's tables
  readonly now: () => number; // unix seconds
  readonly patience?: number; // see SenderOptions
  /** Milliseconds after which a question counts as unanswered; 30,000 unless told otherwise. */
  readonly timeout?: number;
}

/** A deployment on a real chain, with all that a coordinator sends written down before it is sent. */
export async function createChain(options: ChainOptions): Promise<CoordinatorChain> {
  const { client, signer, database, now, patience, timeout = TIMEOUT } = options;
  const provider = fullProviderOf(client);
  const account = await signer.getAddress();
  const journal = createJournal(database, account);
  const sender = createSender({ signer, provider, chainId: client.chainId, journal, now, patience });
  const isSigned = (by: string, message: TypedData, signature: string) =>
    isSignedBy(provider, { account: by, digest: digestOf(message), signature });
  const chain: CoordinatorChain = {
    account,
    time: async () => (await headOf(client)).timestamp,
    ...lookups(client, account),
    isEnrolmentSigned: ({ enrolment, signature }) =>
      isSigned(enrolment.provider, enrolmentMessage(client, enrolment), signature),
    isReceiptSigned: ({ receipt, signature }, by) => isSigned(by, receiptMessage(client, receipt), signature),
    isConsentSigned: (job, settlement, signature) =>
      isSigned(job.consumer, jobConsentMessage(client, { jobId: idOf(job), settlement }), signature),
    post: (jobId, stage, root) => {
      const data = encode(client.board, "post", [jobId, BOARD_STAGE[stage], root]);
      return sender.carry(`${jobId} ${stage}`, { to: client.board.address, data });
    },
    settle: (job, settlement, consent) => settle(client, sender, { job, settlement, consent }),
    pay: (job, payouts) => pay({ client, sender, account }, job, payouts),
  };
  return limited(chain, timeout);
}

const TIMEOUT = 30_000; // milliseconds

/** A node that never answers holds nobody up for ever. */
function limited(chain: CoordinatorChain, timeout: number): CoordinatorChain {
  const entries = Object.entries(chain).map(([name, entry]) => [
    name,
    typeof entry === "function"
      ? (...args: unknown[]) => withTimeout((entry as (...all: unknown[]) => Promise<unknown>)(...args), timeout, name)
      : entry,
  ]);
  return Object.fromEntries(entries) as CoordinatorChain;
}

type Lookups = Pick<CoordinatorChain, "job" | "state" | "contribution" | "posted" | "settled">;

function lookups(client: Datawell, account: string): Lookups {
  const { billing } = client;
  const depthOf = async (block: number) => Math.max(0, (await headOf(client)).number - block);
  return {
    job: async (jobId) => {
      const [found] = await readEvents(client, { at: billing, event: "OpenJob", indexed: [jobId] });
      return found && { job: found.job, depth: await depthOf(found.block) };
    },
    state: (jobId) => status(client, { jobId }),
    contribution: async (pool, id) => {
      const [[accepted], record] = await Promise.all([
        readEvents(client, { at: poolAt(pool), event: "Contribute", indexed: [id] }),
        read(client, poolAt(pool), "contributionOf", [id]),
      ]);
      return accepted && { ...record, contentRoot: accepted.contribution.contentRoot };
    },
    posted: async (jobId, stage) => {
      const entry = await boardEntry(client, { author: account, topic: jobId, stage: BOARD_STAGE[stage] });
      return entry && { root: entry.root, blockHash: entry.blockHash, depth: await depthOf(entry.blockNumber) };
    },
    settled: async (jobId) => {
      const [found] = await readEvents(client, { at: billing, event: "Settle", indexed: [jobId] });
      if (found === undefined) return undefined;
      const { units, resultDigest, payoutRoot, block } = found;
      return { settlement: { units, resultDigest, payoutRoot }, depth: await depthOf(block) };
    },
  };
}

interface Settling {
  readonly job: Job;
  readonly settlement: Settlement;
  readonly consent: string | undefined;
}

/** A consent that the chain does not take, such as of a wallet that changed its mind, is left out. */
async function settle(client: Datawell, sender: Sender, { job, settlement, consent = "0x" }: Settling): Promise<void> {
  const { billing } = client;
  const data = encode(billing, "settle", [job, settlement, consent]);
  try {
    await sender.carry(`${idOf(job)} settle`, { to: billing.address, data });
  } catch (error) {
    if (!(error instanceof DatawellError && error.name === "BadConsent" && consent !== "0x")) throw error;
    await settle(client, sender, { job, settlement, consent: "0x" });
  }
}

async function headOf(client: Datawell): Promise<{ readonly number: number; readonly timestamp: number }> {
  const block = await fullProviderOf(client).getBlock("latest");
  if (block === null) throw new DatawellError("Unreachable");
  return block;
}
