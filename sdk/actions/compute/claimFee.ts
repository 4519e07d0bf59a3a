import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { Job } from "../../types/Job.ts";
import type { BillingEvent } from "./BillingEvent.ts";

/**
 * Pays the coordinator of a final, not overruled settlement; anyone may.
 * @throws DatawellError TooEarly, WrongPhase, NothingToPay, UnknownJob
 */
export const claimFee = (client: Datawell, { job }: { readonly job: Job }): BillingEvent<"ClaimFee"> =>
  act(client, client.billing, { call: "claimFee", args: [job], event: "ClaimFee" });
