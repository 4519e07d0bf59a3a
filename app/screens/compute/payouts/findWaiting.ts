import { contributions } from "#sdk/actions/pool/contributions.ts";
import { jobs } from "#sdk/actions/compute/jobs.ts";
import type { PayoutClaim } from "#sdk/actions/compute/claim.ts";
import { status } from "#sdk/actions/compute/status.ts";
import { now } from "#sdk/chain/now.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import type { Job } from "#sdk/types/Job.ts";
import { engine } from "../engine/engineHere.ts";
import { CLAIM_PERIOD } from "../job/refundDue.ts";
import { claimedLeaves } from "./claimedLeaves.ts";
import { waitingFor } from "./waitingFor.ts";

export interface FindWaitingParams {
  readonly provider: string;
  readonly datasets: readonly Dataset[];
  readonly url: string; // of the coordinator that has the bills
}

const MOST = 100; // latest jobs of a pool

/**
 * Payouts that wait for a provider, of all pools that it contributed to. Jobs of other coordinators are passed over.
 * @throws DatawellError Unreachable
 */
export async function findWaiting(client: Datawell, params: FindWaitingParams): Promise<readonly PayoutClaim[]> {
  const { provider, datasets } = params;
  const given = await Promise.all(datasets.map(({ pool }) => contributions(client, { pool, provider })));
  const pools = datasets.filter((_, place) => (given[place]?.length ?? 0) > 0);
  const opened = (await Promise.all(pools.map(({ pool }) => jobs(client, { pool })))).flatMap((all) =>
    all.slice(-MOST),
  );
  const time = await now(client);
  const found: PayoutClaim[] = [];
  for (const { jobId, job } of opened) found.push(...(await waitingIn(client, { ...params, jobId, job, time })));
  return found;
}

interface WaitingInParams extends FindWaitingParams {
  readonly jobId: string;
  readonly job: Job;
  readonly time: bigint; // unix seconds
}

async function waitingIn(client: Datawell, params: WaitingInParams): Promise<readonly PayoutClaim[]> {
  const { jobId, job, time, provider, url } = params;
  const { phase, units, takenUnits, until } = await status(client, { jobId });
  const isFinal = (phase === "Settled" || phase === "Overruled") && time >= until && time < until + CLAIM_PERIOD;
  if (!isFinal || takenUnits === units) return [];
  const { connectCoordinator } = await engine();
  const payouts = await connectCoordinator(url)
    .payouts(jobId)
    .catch(() => undefined); // another coordinator's
  if (payouts === undefined) return [];
  return waitingFor({ job, payouts, provider, claimed: await claimedLeaves(client, jobId, provider) });
}
