import { AbiCoder, keccak256 } from "ethers";
import type { Job } from "../../types/Job.ts";
import { payTermsOf } from "./payTermsOf.ts";

const PAY_TERMS = "tuple(address pool,address token,uint40 openedAt,uint96 unitPrice,uint96 unitData,bytes32 rest)";

/** The id of a job: the hash of the terms by which providers are paid and of the hash of the rest. */
export const jobId = (job: Job): string => keccak256(AbiCoder.defaultAbiCoder().encode([PAY_TERMS], [payTermsOf(job)]));
