import { jobs } from "#sdk/actions/compute/jobs.ts";
import { reader, site } from "../../../chain/site.ts";
import { engine } from "../engine/useEngine.ts";
import { type Asked, useAsked } from "../useAsked.ts";

const LOOKED_AT = 3; // latest jobs of other pools

/** Where the coordinator of this deployment is; undefined: somebody has to type it. */
export const knownCoordinator = (): string | undefined => site().deployment.services?.coordinator;

/** The account of the coordinator behind an address, found by the jobs that it ran; undefined inside: it ran none. */
export function useCoordinator(url: string, pool: string): Asked<string | undefined> {
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return useAsked(isUrl ? `coordinator ${url} ${pool}` : undefined, async () => {
    const [{ findCoordinator }, all] = await Promise.all([engine(), jobs(reader())]);
    const others = all.slice(-LOOKED_AT).map(({ jobId }) => jobId);
    return findCoordinator({ url, pool, others: others.toReversed() });
  });
}
