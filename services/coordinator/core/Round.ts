import type { ResultDocument } from "#sdk/rounds/answers.ts";
import type { Task } from "#sdk/task/Task.ts";
import type { Job, Settlement } from "#sdk/types/Job.ts";

/**
 * Where a round stands:
 *
 *   enrolling -> sharing -> masking -> unmasking -> offered -> settled
 *       any of them -> failed, "settled" only if a reorganization takes the settlement and the deadline is over
 *
 * "sharing" and "unmasking" begin with a root that has to get on chain; until then they have no end.
 */
export const STAGES = ["enrolling", "sharing", "masking", "unmasking", "offered", "settled", "failed"] as const;

export type Stage = (typeof STAGES)[number];

/** All that is known of a round but its messages. What was once written of it never changes, only the stage does. */
export interface Round {
  readonly jobId: string;
  readonly job: Job;
  readonly task: Task;
  readonly stage: Stage;
  readonly endsAt: number | undefined; // unix seconds, of the stage
  readonly enrolled: number; // devices
  readonly units: bigint; // what they cost together
  readonly rosterRoot: string | undefined; // from "sharing" on
  readonly rosterBlock: string | undefined; // hash of the block that holds the root; the graph is drawn from it
  readonly survivorsRoot: string | undefined; // from "unmasking" on
  readonly delivered: number | undefined; // devices whose vectors are in the sum
  readonly result: ResultDocument | undefined; // from "offered" on
  readonly settlement: Settlement | undefined;
  readonly consent: string | undefined; // the consumer's signature
  readonly why: string | undefined; // of a failed round
}

/** A device in a round, with what the chain says of its contribution. */
export interface Member {
  readonly contribution: string;
  readonly provider: string;
  readonly contentRoot: string;
  readonly rows: number;
  readonly units: bigint;
  readonly position: number | undefined; // in the roster, once it is closed
}
