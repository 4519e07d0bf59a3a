import type { SignedEnrolment } from "#sdk/rounds/enrolment.ts";
import type { SignedReceipt } from "#sdk/rounds/receipt.ts";
import type { Payout } from "#sdk/math/sumTree.ts";
import type { Job, JobPhase, Settlement } from "#sdk/types/Job.ts";

/** A contribution as far as a job depends on it. */
export interface Listed {
  readonly provider: string;
  readonly contentRoot: string;
  readonly units: bigint; // records
  readonly kind: bigint; // ContributionKind
  readonly submittedAt: bigint; // unix seconds
  readonly revokedAt: bigint; // unix seconds, 0: never
  readonly slashed: boolean;
}

/** Something that is on chain, and how many blocks stand on top of its own. */
export interface Seen {
  readonly depth: number;
}

export interface Posted extends Seen {
  readonly root: string;
  readonly blockHash: string;
}

export interface Settled extends Seen {
  readonly settlement: Settlement;
}

export interface JobState {
  readonly phase: JobPhase;
  readonly until: bigint; // unix seconds, final from then on
  readonly feePaid: boolean;
}

export type BoardStage = "roster" | "survivors";

/**
 * The chain as a coordinator needs it: what it looks up, and what it puts on its way. Sending the same again does
 * nothing more; whether it arrived is told by looking. Every method fails where the chain cannot be asked.
 */
export interface CoordinatorChain {
  /** The coordinator's own account. */
  readonly account: string;
  /** Unix seconds of the latest block. */
  readonly time: () => Promise<number>;
  readonly job: (jobId: string) => Promise<(Seen & { readonly job: Job }) | undefined>;
  readonly state: (jobId: string) => Promise<JobState>;
  readonly contribution: (pool: string, id: string) => Promise<Listed | undefined>;
  readonly posted: (jobId: string, stage: BoardStage) => Promise<Posted | undefined>;
  readonly settled: (jobId: string) => Promise<Settled | undefined>;

  readonly isEnrolmentSigned: (signed: SignedEnrolment) => Promise<boolean>;
  readonly isReceiptSigned: (signed: SignedReceipt, provider: string) => Promise<boolean>;
  readonly isConsentSigned: (job: Job, settlement: Settlement, signature: string) => Promise<boolean>;

  readonly post: (jobId: string, stage: BoardStage, root: string) => Promise<void>;
  readonly settle: (job: Job, settlement: Settlement, consent: string | undefined) => Promise<void>;
  /** Takes the coordinator's fee, and with `payouts` pays those that can be paid; answers whether all is done. */
  readonly pay: (job: Job, payouts: readonly Payout[]) => Promise<boolean>;
}
