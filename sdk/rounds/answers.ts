import { z } from "zod";
import { enrolmentSchema } from "./enrolment.ts";
import { jobSchema } from "./jobJson.ts";
import { signedReceiptSchema } from "./receipt.ts";
import { statusSchema } from "./survivors.ts";
import {
  address,
  byPosition,
  bytes32,
  decimal,
  MAX_DEGREE,
  MAX_LENGTH,
  MAX_SIZE,
  position,
  sealedShare,
  siblings,
  sumSiblings,
  uint64,
  walletSignature,
} from "./wire.ts";

/** Where a round stands. A failed round has no result; the job may still be refunded on chain. */
export const ROUND_STAGES = ["enrolling", "sharing", "masking", "unmasking", "settled", "failed"] as const;

export const stageSchema = z.enum(ROUND_STAGES);

export type RoundStage = z.infer<typeof stageSchema>;

const size = z.int().min(1).max(MAX_SIZE);

/** GET /jobs?pool= : the jobs that a coordinator runs on a pool, or ran not long ago, newest first. */
export const jobListSchema = z.strictObject({
  jobs: z.array(z.strictObject({ jobId: bytes32, stage: stageSchema })).max(1_000),
});

/** GET /jobs/:jobId : all that a device needs to decide, and where the round stands. */
export const jobViewSchema = z.strictObject({
  jobId: bytes32,
  job: jobSchema, // hashes to jobId
  task: z.unknown(), // hashes to job.program; see `validateTask`
  stage: stageSchema,
  stageEndsAt: z.int().min(0).optional(), // unix seconds, of the coordinator's clock
  enrolled: z.int().min(0).max(MAX_SIZE), // devices
  why: z.string().max(1_000).optional(), // of a failed round
});

/** GET /jobs/:jobId/neighbourhood/:contribution : a device's place and its neighbours, in stages "sharing" to "unmasking". */
export const neighbourhoodSchema = z.strictObject({
  size,
  index: position, // of the device that asks
  entries: z
    .array(
      z.strictObject({
        index: position,
        enrolment: enrolmentSchema,
        signature: walletSignature,
        siblings, // to the roster root
      }),
    )
    .min(1)
    .max(MAX_DEGREE + 1), // the device itself and its neighbours
});

/** GET /jobs/:jobId/shares/:index : what neighbours sealed for a device, from stage "masking" on. */
export const sharesAnswerSchema = z.strictObject({ sealed: byPosition(sealedShare) }); // by sender

/** GET /jobs/:jobId/survivors/:index : statuses of a device and its neighbours, in stage "unmasking". */
export const survivorsSchema = z.strictObject({
  size,
  delivered: z.int().min(0).max(MAX_SIZE),
  statuses: z
    .array(z.strictObject({ index: position, status: statusSchema, siblings: sumSiblings }))
    .min(1)
    .max(MAX_DEGREE + 1),
});

const payoutLeafSchema = z.strictObject({ index: position, provider: address, contribution: bytes32, units: uint64 });

/** GET /jobs/:jobId/payouts : the whole bill with its receipts, in the tree's order, once it is settled on chain. */
export const payoutsSchema = z.strictObject({
  jobId: bytes32,
  payouts: z.array(z.strictObject({ payout: payoutLeafSchema, receipt: signedReceiptSchema })).max(MAX_SIZE),
});

/** GET /jobs/:jobId/payouts/:contribution : one leaf with its way to the root. */
export const payoutProofSchema = z.strictObject({ payout: payoutLeafSchema, siblings: sumSiblings });

/** GET /jobs/:jobId/result : for the consumer alone. Its digest (`documentDigest`) is on chain. */
export const resultSchema = z.strictObject({
  version: z.literal(1),
  jobId: bytes32,
  sum: z.array(z.string().regex(/^(0|-?[1-9]\d{0,19})$/, "must be a whole number in quotation marks")).max(MAX_LENGTH),
  enrolled: size, // devices in the roster
  survivors: size, // devices in the sum
  rows: decimal(2n ** 64n - 1n), // records behind the sum
  units: uint64, // the bill
});

/** POST /jobs : what a consumer hands in once its job is open on chain. */
export const announcementSchema = z.strictObject({
  jobId: bytes32,
  task: z.unknown(), // hashes to the job's program
  program: z.base64().min(1), // as the task names it; see `checkProgram`
});

/** POST /jobs/:jobId/consent : the consumer's EIP-712 "Consent" to the settlement on offer. */
export const consentSchema = z.strictObject({ signature: walletSignature });

/** What the consumer sees of its job's settlement before it is on chain. */
export const offerSchema = z.strictObject({
  result: resultSchema,
  settlement: z.strictObject({ units: uint64, resultDigest: bytes32, payoutRoot: bytes32 }),
});

export type JobList = z.infer<typeof jobListSchema>;
export type JobView = z.infer<typeof jobViewSchema>;
export type Neighbourhood = z.infer<typeof neighbourhoodSchema>;
export type SharesAnswer = z.infer<typeof sharesAnswerSchema>;
export type SurvivorsAnswer = z.infer<typeof survivorsSchema>;
export type PayoutsAnswer = z.infer<typeof payoutsSchema>;
export type PayoutProofAnswer = z.infer<typeof payoutProofSchema>;
export type ResultDocument = z.infer<typeof resultSchema>;
export type Announcement = z.infer<typeof announcementSchema>;
export type Offer = z.infer<typeof offerSchema>;
