import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { Job, Settlement } from "../../types/Job.ts";
import type { BillingEvent } from "./BillingEvent.ts";

export interface SettleParams {
  readonly job: Job;
  readonly settlement: Settlement; // from `settlementOf(payouts, resultDigest)`
  readonly consent?: string; // from `signConsent`: final at once; without: when the challenge window is over
}

/**
 * The coordinator posts the result of a job.
 * @throws DatawellError NotCoordinator, WrongPhase, TooLate, UnitsAboveMax, RootMismatch, BadConsent, UnknownJob
 */
export const settle = (client: Datawell, { job, settlement, consent = "0x" }: SettleParams): BillingEvent<"Settle"> =>
  act(client, client.billing, { call: "settle", args: [job, settlement, consent], event: "Settle" });
