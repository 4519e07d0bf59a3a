/** What a consumer asks for, without the bounds on what it pays. */
export interface JobOrder {
  readonly pool: string; // DataPool of the dataset
  readonly coordinator: string; // collects device results and settles
  readonly program: string; // digest of the program
  readonly maxUnits: bigint; // compute units
  readonly minCohort: bigint; // providers behind the result, at least the pool's policy
  readonly epsilon: bigint; // wad, privacy budget asked for
  readonly deadline: bigint; // unix seconds, last moment to settle, at most 30 days ahead
  readonly coordinatorFee: bigint; // ALITA wei, paid if the settlement stands
}

/** An open job with its price fixed; the event of its opening carries it, callers bring it along. */
export interface Job {
  readonly pool: string;
  readonly token: string; // Data Token
  readonly openedAt: bigint; // unix seconds
  readonly unitPrice: bigint; // ALITA wei per unit, to the provider
  readonly unitData: bigint; // Data Token wei per unit, to the provider
  readonly unitBurn: bigint; // Data Token wei per unit, burned
  readonly consumer: string;
  readonly coordinator: string;
  readonly program: string;
  readonly maxUnits: bigint;
  readonly minCohort: bigint;
  readonly epsilon: bigint; // wad
  readonly deadline: bigint; // unix seconds
  readonly coordinatorFee: bigint; // ALITA wei
  readonly attesterSet: string; // hash of who may rule a dispute
  readonly arbiter: string; // or the zero address
  readonly salt: string;
}

/** The part of a job by which providers are paid, and the hash of the rest: what a claim brings along. */
export interface PayTerms extends Pick<Job, "pool" | "token" | "openedAt" | "unitPrice" | "unitData"> {
  readonly rest: string; // hash of the job's other fields
}

/** A coordinator's result: units used and the Merkle sum root of the payouts. */
export interface Settlement {
  readonly units: bigint;
  readonly resultDigest: string;
  readonly payoutRoot: string; // 32 zero bytes with 0 units
}

/** What the attesters decide about a disputed settlement. */
export interface JobRuling {
  readonly jobId: string;
  readonly units: bigint; // 0 together with a zero root: the consumer gets everything back
  readonly payoutRoot: string;
  readonly deadline: bigint; // unix seconds, last moment the ruling may be used
}

/** Where a job stands, in the chain's order. */
export const JOB_PHASES = ["None", "Open", "Settled", "Overruled", "Disputed", "Void", "Refunded"] as const;

export type JobPhase = (typeof JOB_PHASES)[number];
