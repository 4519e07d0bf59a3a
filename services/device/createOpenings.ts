import type { ChainView } from "./chain/createChainView.ts";

/** Jobs that the chain saw opened while the device runs. */
export interface Openings {
  /** Reads what is new on these pools. */
  readonly follow: (chain: ChainView, pools: readonly string[]) => Promise<void>;
  readonly on: (pool: string) => readonly string[]; // ids of jobs
  readonly forget: (jobId: string) => void;
}

const MAX_JOBS = 1_000;

export function createOpenings(): Openings {
  const pools = new Map<string, string>(); // by job, oldest first
  let seen: number | undefined;
  return {
    follow: async (chain, wanted) => {
      const { number } = await chain.head();
      const from = seen === undefined ? number : seen + 1; // earlier ones stand in the coordinators' lists
      if (from > number) return;
      for (const pool of wanted) {
        for (const { jobId } of await chain.openings(pool, from)) {
          if (pools.size >= MAX_JOBS) pools.delete(pools.keys().next().value as string);
          pools.set(jobId, pool);
        }
      }
      seen = number;
    },
    on: (pool) => [...pools].filter(([, where]) => where === pool).map(([jobId]) => jobId),
    forget: (jobId) => void pools.delete(jobId),
  };
}
