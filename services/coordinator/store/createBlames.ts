import type { Database } from "../../shared/database/Database.ts";

export interface Blame {
  readonly position: number;
  readonly why: string;
}

/** Who provably lied. */
export interface Blames {
  readonly add: (jobId: string, blames: readonly Blame[]) => Promise<void>;
  readonly all: (jobId: string) => Promise<readonly Blame[]>;
}

export const createBlames = (database: Database): Blames => ({
  add: (jobId, blames) =>
    database.transaction(async (queries) => {
      for (const { position, why } of blames) {
        const sql = "INSERT INTO round_blamed (job_id, position, why) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        await queries.run(sql, [jobId, position, why]);
      }
    }),
  all: (jobId) =>
    database.query<Blame>("SELECT position, why FROM round_blamed WHERE job_id = ? ORDER BY position", [jobId]),
});
