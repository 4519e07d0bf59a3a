import { z } from "zod";
import { placeSchema } from "./places.ts";
import { address, amount, bytes32, count, time } from "./values.ts";

/* What /jobs answers, a job's posts on the bulletin board included. */

export const JOB_STAGES = [
  "open", // waits for its settlement
  "expired", // nobody settled in time: refundable in full
  "challenge", // settled, may still be disputed
  "disputed", // waits for a ruling
  "unruled", // nobody ruled in time: refundable in full
  "final", // providers claim
  "void", // ruled for the consumer: refundable in full
  "refunded",
] as const;

export const jobSchema = z.object({
  jobId: bytes32,
  pool: address,
  token: address,
  consumer: address,
  coordinator: address,
  program: bytes32,
  openedAt: time,
  unitPrice: amount,
  unitData: amount,
  unitBurn: amount,
  maxUnits: amount,
  minCohort: count,
  epsilon: amount,
  deadline: time,
  coordinatorFee: amount,
  attesterSet: bytes32,
  arbiter: address.nullable(),
  salt: bytes32,
  basePaid: amount,
  phase: z.string(), // as the chain counts it
  stage: z.enum(JOB_STAGES), // with what time alone changed
  units: amount,
  takenUnits: amount,
  until: time.nullable(), // final from then on, or ruled before then
  resultDigest: bytes32.nullable(),
  payoutRoot: bytes32.nullable(),
  consented: z.boolean(),
  disputeId: amount,
  claims: count,
  feePaid: z.boolean(),
  refundedBase: amount,
  refundedData: amount,
  burnedData: amount,
  ended: z.boolean(),
});

export const jobClaimSchema = placeSchema.extend({
  jobId: bytes32,
  pool: address,
  provider: address,
  contribution: bytes32,
  leaf: count,
  units: amount,
  baseAmount: amount,
  dataAmount: amount,
});

export const postSchema = z.object({
  author: address,
  topic: bytes32,
  stage: count,
  root: bytes32,
  block: count,
  time,
});
