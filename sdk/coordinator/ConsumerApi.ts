import type { Announcement, JobView, Offer, PayoutsAnswer } from "../rounds/answers.ts";
import type { BlamedAnswer } from "./blamed.ts";

/**
 * A coordinator as a consumer sees it. What it answers is checked by who asks: see `verifyOffer` and `verifyBill`.
 * Every method fails with an error that has the `status` of a CoordinatorError.
 */
export interface ConsumerApi {
  /** Hands in the task and the program of a job that is open on chain. The same may be handed in again. */
  readonly submit: (announcement: Announcement) => Promise<void>;
  /** Where the round stands, and why it failed if it did. */
  readonly progress: (jobId: string) => Promise<JobView>;
  /** The result and its settlement, for the consumer alone; 404 until there is one, 409 when there will be none. */
  readonly offer: (jobId: string) => Promise<Offer>;
  /** Hands in the consent (`signConsent`) by which the settlement is final at once. */
  readonly consent: (jobId: string, signature: string) => Promise<void>;
  /** The bill with its receipts; 404 until it is settled. */
  readonly payouts: (jobId: string) => Promise<PayoutsAnswer>;
  /** Who lied in the round and is not paid. */
  readonly blamed: (jobId: string) => Promise<BlamedAnswer>;
}
