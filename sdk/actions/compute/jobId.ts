import { AbiCoder, keccak256 } from "ethers";
import type { Job } from "../../types/Job.ts";

const JOB =
  "tuple(address consumer,address pool,address token,address coordinator,bytes32 program,uint64 maxUnits," +
  "uint32 minCohort,uint64 epsilon,uint40 openedAt,uint40 deadline,uint16 burnBps,uint96 unitPrice," +
  "uint96 coordinatorFee,uint96 dataEscrow,bytes32 attesterSet,address arbiter,bytes32 salt)";

/** The id of a job: the hash of its terms. */
export const jobId = (job: Job): string => keccak256(AbiCoder.defaultAbiCoder().encode([JOB], [job]));
