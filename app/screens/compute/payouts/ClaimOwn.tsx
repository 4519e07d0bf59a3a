import type { JobStatus } from "#sdk/actions/compute/status.ts";
import type { PayoutsAnswer } from "#sdk/rounds/answers.ts";
import type { Job } from "#sdk/types/Job.ts";
import { useNow } from "../../../chain/useNow.ts";
import { reader } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { NextStep } from "../../../ui/NextStep.tsx";
import { address } from "../../../wallet/account.ts";
import { claimAll } from "./claimAll.ts";
import { claimedLeaves } from "./claimedLeaves.ts";
import { waitingFor } from "./waitingFor.ts";

export interface ClaimOwnProps {
  readonly jobId: string;
  readonly job: Job;
  readonly status: JobStatus;
  readonly payouts: PayoutsAnswer;
}

/** What the connected account earned with a job and has not got yet; nothing for anybody else. */
export function ClaimOwn({ jobId, job, status, payouts }: ClaimOwnProps) {
  const provider = address.value;
  const now = useNow();
  const isProvider = payouts.payouts.some(({ payout }) => payout.provider === provider);
  const { data: claimed } = useLive(isProvider ? `claimed ${jobId} ${provider}` : undefined, () =>
    claimedLeaves(reader(), jobId, provider ?? ""),
  );
  if (provider === undefined || claimed === undefined) return null;
  const waiting = waitingFor({ job, payouts, provider, claimed });
  if (waiting.length === 0) return <p class="good">✓ You were paid for your part.</p>;
  const isFinal = now >= status.until;
  return (
    <NextStep
      label="Claim your payout"
      missing={isFinal ? undefined : "Your payout waits until the settlement is final"}
      act={() => claimAll(waiting)}
    />
  );
}
