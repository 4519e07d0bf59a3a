import type { Bill } from "#sdk/coordinator/verifyBill.ts";
import type { PayoutsAnswer } from "#sdk/rounds/answers.ts";
import { reader } from "../../../chain/site.ts";
import { engine } from "../engine/engineHere.ts";
import { useAsked } from "../useAsked.ts";
import type { FoundJob } from "./Found.ts";
import type { Round } from "./Round.ts";

/** A bill with the payouts it is about, checked against the chain. */
export interface CheckedBill {
  readonly bill: Bill;
  readonly payouts: PayoutsAnswer;
}

const PATIENCE = 5_000; // milliseconds until a coordinator that saw no settlement yet is asked again

/** Asks for the bill of a settled job and checks it, leaf by leaf. */
export function useBill({ jobId, job, status }: FoundJob, { url, task }: Round) {
  const isSettled = status.phase === "Settled" && status.units > 0n;
  const key = isSettled && task !== undefined && URL.canParse(url) ? `bill ${jobId} ${url}` : undefined;
  const check = async (): Promise<CheckedBill | undefined> => {
    if (task === undefined) return undefined;
    const { connectCoordinator, verifyBill } = await engine();
    const payouts = await connectCoordinator(url).payouts(jobId);
    return { bill: await verifyBill(reader(), { job, task, payouts }), payouts };
  };
  return useAsked(key, check, { again: PATIENCE });
}
