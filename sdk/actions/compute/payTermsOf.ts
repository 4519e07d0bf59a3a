import { AbiCoder, keccak256 } from "ethers";
import type { Job, PayTerms } from "../../types/Job.ts";

const REST = [
  "uint96 unitBurn",
  "address consumer",
  "address coordinator",
  "bytes32 program",
  "uint64 maxUnits",
  "uint32 minCohort",
  "uint64 epsilon",
  "uint40 deadline",
  "uint96 coordinatorFee",
  "bytes32 attesterSet",
  "address arbiter",
  "bytes32 salt",
];

/** The part of a job that a claim brings along. */
export function payTermsOf(job: Job): PayTerms {
  const { pool, token, openedAt, unitPrice, unitData } = job;
  const rest = keccak256(AbiCoder.defaultAbiCoder().encode([`tuple(${REST.join(",")})`], [job]));
  return { pool, token, openedAt, unitPrice, unitData, rest };
}
