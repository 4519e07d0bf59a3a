import { AbiCoder, ZeroAddress } from "ethers";
import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { Job } from "../../types/Job.ts";
import type { BillingEvent } from "./BillingEvent.ts";
import { jobId } from "./jobId.ts";

const ARBITRATOR = [
  {
    type: "function",
    name: "arbitrationCost",
    inputs: [{ name: "extraData", type: "bytes" }],
    outputs: [{ name: "cost", type: "uint256" }],
    stateMutability: "view",
  },
] as const;

/**
 * The consumer disputes a settlement before it is final; where an arbiter rules, its cost (ether wei) is paid with it.
 * @throws DatawellError NotConsumer, WrongPhase, TooLate, WrongArbitrationCost, UnknownJob
 */
export async function dispute(client: Datawell, { job }: { readonly job: Job }): BillingEvent<"Dispute"> {
  const value = await arbitrationCost(client, job);
  return act(client, client.billing, { call: "dispute", args: [job], event: "Dispute", value });
}

function arbitrationCost(client: Datawell, job: Job): Promise<bigint> | bigint {
  if (job.arbiter === ZeroAddress) return 0n;
  const extraData = AbiCoder.defaultAbiCoder().encode(["bytes32"], [jobId(job)]);
  return read(client, { address: job.arbiter, abi: ARBITRATOR }, "arbitrationCost", [extraData]);
}
