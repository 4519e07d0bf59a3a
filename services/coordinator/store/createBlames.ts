import type { Database, Queries } from "../../shared/database/Database.ts";

export interface Blame {
  readonly position: number;
  readonly why: string;
}

/** Whom a blame is about. */
export interface Blamed extends Blame {
  readonly contribution: string;
  readonly provider: string;
}

/** Who lied, or is suspected of it. */
export interface Blames {
  /** In the roster's order. */
  readonly all: (jobId: string) => Promise<readonly Blamed[]>;
  /** Whether a provider is blamed for any round since then (unix seconds). */
  readonly isBlamed: (provider: string, since: number) => Promise<boolean>;
}

export const createBlames = (database: Database): Blames => ({
  all: (jobId) => {
    const sql = `SELECT b.position, b.why, b.provider, m.contribution
      FROM round_blamed b JOIN round_members m ON m.job_id = b.job_id AND m.position = b.position
      WHERE b.job_id = ? ORDER BY b.position`;
    return database.query<Blamed>(sql, [jobId]);
  },
  isBlamed: async (provider, since) => {
    const sql = "SELECT position FROM round_blamed WHERE provider = ? AND blamed_at > ? LIMIT 1";
    return (await database.query(sql, [provider, since])).length === 1;
  },
});

export interface NewBlames {
  readonly jobId: string;
  readonly blames: readonly Blame[];
  readonly at: number; // unix seconds
}

export async function addBlames(queries: Queries, { jobId, blames, at }: NewBlames): Promise<void> {
  const sql = `INSERT INTO round_blamed (job_id, position, provider, why, blamed_at)
    SELECT job_id, position, provider, ?, ? FROM round_members WHERE job_id = ? AND position = ?`;
  for (const { position, why } of blames) await queries.run(sql, [why, at, jobId, position]);
}
