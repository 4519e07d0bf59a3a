import { z } from "zod";
import type { Job } from "../types/Job.ts";
import { address, bytes32, decimal, uint64 } from "./wire.ts";

const uint96 = decimal(2n ** 96n - 1n);
const uint40 = decimal(2n ** 40n - 1n);

/** A job in JSON: numbers are decimal texts. */
export const jobSchema = z.strictObject({
  pool: address,
  token: address,
  openedAt: uint40,
  unitPrice: uint96,
  unitData: uint96,
  unitBurn: uint96,
  consumer: address,
  coordinator: address,
  program: bytes32,
  maxUnits: uint64,
  minCohort: decimal(2n ** 32n - 1n),
  epsilon: uint64,
  deadline: uint40,
  coordinatorFee: uint96,
  attesterSet: bytes32,
  arbiter: address,
  salt: bytes32,
});

export type JobJson = z.infer<typeof jobSchema>;

/** The job that a message carries. */
export const jobFromJson = (json: JobJson): Job => ({
  ...json,
  openedAt: BigInt(json.openedAt),
  unitPrice: BigInt(json.unitPrice),
  unitData: BigInt(json.unitData),
  unitBurn: BigInt(json.unitBurn),
  maxUnits: BigInt(json.maxUnits),
  minCohort: BigInt(json.minCohort),
  epsilon: BigInt(json.epsilon),
  deadline: BigInt(json.deadline),
  coordinatorFee: BigInt(json.coordinatorFee),
});

/** A job as a message carries it. */
export const jobToJson = (job: Job): JobJson => ({
  pool: job.pool,
  token: job.token,
  openedAt: job.openedAt.toString(),
  unitPrice: job.unitPrice.toString(),
  unitData: job.unitData.toString(),
  unitBurn: job.unitBurn.toString(),
  consumer: job.consumer,
  coordinator: job.coordinator,
  program: job.program,
  maxUnits: job.maxUnits.toString(),
  minCohort: job.minCohort.toString(),
  epsilon: job.epsilon.toString(),
  deadline: job.deadline.toString(),
  coordinatorFee: job.coordinatorFee.toString(),
  attesterSet: job.attesterSet,
  arbiter: job.arbiter,
  salt: job.salt,
});
