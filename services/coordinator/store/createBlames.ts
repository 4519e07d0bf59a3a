import type { Database } from "../../shared/database/Database.ts";

export interface Blame {
  readonly position: number;
  readonly why: string;
}

/** Who lied, or is suspected of it. */
export interface Blames {
  readonly add: (jobId: string, blames: readonly Blame[], now: number) => Promise<void>;
  readonly all: (jobId: string) => Promise<readonly Blame[]>;
  /** Whether a provider is blamed for any round since then (unix seconds). */
  readonly isBlamed: (provider: string, since: number) => Promise<boolean>;
}

export const createBlames = (database: Database): Blames => ({
  add: (jobId, blames, now) =>
    database.transaction(async (queries) => {
      for (const { position, why } of blames) {
        await queries.run(
          `INSERT INTO round_blamed (job_id, position, provider, why, blamed_at)
           SELECT job_id, position, provider, ?, ? FROM round_members WHERE job_id = ? AND position = ?
           ON CONFLICT DO NOTHING`,
          [why, now, jobId, position],
        );
      }
    }),
  all: (jobId) =>
    database.query<Blame>("SELECT position, why FROM round_blamed WHERE job_id = ? ORDER BY position", [jobId]),
  isBlamed: async (provider, since) => {
    const sql = "SELECT position FROM round_blamed WHERE provider = ? AND blamed_at > ? LIMIT 1";
    return (await database.query(sql, [provider, since])).length === 1;
  },
});
