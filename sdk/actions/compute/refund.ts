import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { Job } from "../../types/Job.ts";
import type { BillingEvent } from "./BillingEvent.ts";

/**
 * Gives the consumer what is its own by now and burns the burn; anyone may. What is not charged after finality, what is
 * not claimed after the claim period, everything after a missed deadline or ruling.
 * @throws DatawellError TooEarly, WrongPhase, NothingToPay, UnknownJob
 */
export const refund = (client: Datawell, { job }: { readonly job: Job }): BillingEvent<"Refund"> =>
  act(client, client.billing, { call: "refund", args: [job], event: "Refund" });
