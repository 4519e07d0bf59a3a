import type { Database, Queries } from "../../shared/database/Database.ts";
import { moveRound } from "./createRounds.ts";
import type { Patch } from "./rows.ts";

export interface Blame {
  readonly position: number;
  readonly why: string;
}

/** What unmasking came to. */
export interface Conclusion {
  readonly patch: Patch;
  readonly blames: readonly Blame[];
  readonly at: number; // unix seconds
}

/** Who lied, or is suspected of it. */
export interface Blames {
  /**
   * Ends a round's unmasking, with the blames that belong to that very end. Where another process has ended it, nothing
   * is written: it may have heard more devices or fewer, and bill and settlement must leave out the same ones.
   */
  readonly conclude: (jobId: string, conclusion: Conclusion) => Promise<void>;
  readonly all: (jobId: string) => Promise<readonly Blame[]>;
  /** Whether a provider is blamed for any round since then (unix seconds). */
  readonly isBlamed: (provider: string, since: number) => Promise<boolean>;
}

export const createBlames = (database: Database): Blames => ({
  conclude: (jobId, { patch, blames, at }) =>
    database.transaction(async (queries) => {
      if (!(await moveRound(queries, jobId, "unmasking", patch))) return;
      for (const blame of blames) await addBlame(queries, { ...blame, jobId, at });
    }),
  all: (jobId) =>
    database.query<Blame>("SELECT position, why FROM round_blamed WHERE job_id = ? ORDER BY position", [jobId]),
  isBlamed: async (provider, since) => {
    const sql = "SELECT position FROM round_blamed WHERE provider = ? AND blamed_at > ? LIMIT 1";
    return (await database.query(sql, [provider, since])).length === 1;
  },
});

interface NewBlame extends Blame {
  readonly jobId: string;
  readonly at: number;
}

async function addBlame(queries: Queries, { jobId, position, why, at }: NewBlame): Promise<void> {
  const sql = `INSERT INTO round_blamed (job_id, position, provider, why, blamed_at)
    SELECT job_id, position, provider, ?, ? FROM round_members WHERE job_id = ? AND position = ?`;
  await queries.run(sql, [why, at, jobId, position]);
}
