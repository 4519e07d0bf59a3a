import type {
  JobList,
  JobView,
  Neighbourhood,
  PayoutProofAnswer,
  PayoutsAnswer,
  SharesAnswer,
  SurvivorsAnswer,
} from "./answers.ts";
import type { SignedEnrolment } from "./enrolment.ts";
import type { InputMessage, RevealsMessage, SharesMessage, Signed } from "./messages.ts";

/**
 * A coordinator as devices see it, over HTTP or in the same process. What it answers is checked by who asks; every
 * method fails with an error that has the `status` of a CoordinatorError. The same message may be sent again and gets
 * the same answer, another one for the same step is refused with 409.
 */
export interface CoordinatorApi {
  readonly jobs: (pool: string) => Promise<JobList>;
  readonly job: (jobId: string) => Promise<JobView>;
  readonly program: (jobId: string) => Promise<Uint8Array>;
  readonly enrol: (signed: SignedEnrolment) => Promise<void>;
  readonly neighbourhood: (jobId: string, contribution: string) => Promise<Neighbourhood>;
  readonly share: (signed: Signed<SharesMessage>) => Promise<void>;
  readonly shares: (jobId: string, index: number) => Promise<SharesAnswer>;
  readonly deliver: (signed: Signed<InputMessage>) => Promise<void>;
  readonly survivors: (jobId: string, index: number) => Promise<SurvivorsAnswer>;
  readonly reveal: (signed: Signed<RevealsMessage>) => Promise<void>;
  readonly payouts: (jobId: string) => Promise<PayoutsAnswer>;
  readonly payout: (jobId: string, contribution: string) => Promise<PayoutProofAnswer>;
}
