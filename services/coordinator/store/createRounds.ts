import type { Payout } from "#sdk/math/sumTree.ts";
import type { Task } from "#sdk/task/Task.ts";
import type { Job } from "#sdk/types/Job.ts";
import type { Database, Queries } from "../../shared/database/Database.ts";
import type { Round, Stage } from "../core/Round.ts";
import { addBlames, type Blame } from "./createBlames.ts";
import { addPayouts, payoutRows } from "./createPayouts.ts";
import { columnsOf, jobText, type Patch, ROUND_COLUMNS, type RoundRow, roundOf } from "./rows.ts";

export interface NewRound {
  readonly jobId: string;
  readonly job: Job;
  readonly task: Task;
  readonly program: Uint8Array;
  readonly createdAt: number; // unix seconds
  readonly endsAt: number;
}

/** What unmasking came to. */
export interface Conclusion {
  readonly patch: Patch;
  readonly blames: readonly Blame[];
  readonly payouts: readonly Payout[]; // none of a round that failed
  readonly at: number; // unix seconds
}

/** The rounds that are kept, and who works on them. */
export interface Rounds {
  /** Keeps a round, unless it is there already. */
  readonly add: (round: NewRound) => Promise<void>;
  readonly find: (jobId: string) => Promise<Round | undefined>;
  readonly program: (jobId: string) => Promise<Uint8Array | undefined>;
  /** Newest first. */
  readonly ofPool: (pool: string, most: number) => Promise<readonly Pick<Round, "jobId" | "stage">[]>;
  /** Ids of those that there is still something to do for. */
  readonly open: () => Promise<readonly string[]>;
  /** Writes a patch if the round is in that stage, and says whether it was. */
  readonly move: (jobId: string, from: Stage, patch: Patch) => Promise<boolean>;
  /**
   * Ends a round's unmasking, with the bill and the blames that belong to that very end. Where another process has ended
   * it, nothing is written: it may have heard more devices or fewer, and all of it must leave out the same ones.
   */
  readonly conclude: (jobId: string, conclusion: Conclusion) => Promise<void>;
  /** Takes a round for some seconds, unless another process holds it. */
  readonly hold: (jobId: string, holder: string, now: number, seconds: number) => Promise<boolean>;
  readonly release: (jobId: string, holder: string) => Promise<void>;
}

const ROUNDS = `SELECT ${ROUND_COLUMNS} FROM rounds WHERE job_id = ?`;

export function createRounds(database: Database): Rounds {
  return {
    add: async ({ jobId, job, task, program, createdAt, endsAt }) => {
      await database.run(
        `INSERT INTO rounds (job_id, pool, job, task, program, created_at, stage, ends_at)
         VALUES (?, ?, ?, ?, ?, ?, 'enrolling', ?) ON CONFLICT (job_id) DO NOTHING`,
        [jobId, job.pool, jobText(job), JSON.stringify(task), program, createdAt, endsAt],
      );
    },
    find: (jobId) => findRound(database, jobId),
    program: async (jobId) => {
      const sql = "SELECT program FROM rounds WHERE job_id = ?";
      return (await database.query<{ program: Uint8Array }>(sql, [jobId]))[0]?.program;
    },
    ofPool: async (pool, most) => {
      const sql = "SELECT job_id, stage FROM rounds WHERE pool = ? ORDER BY created_at DESC, job_id LIMIT ?";
      const rows = await database.query<Pick<RoundRow, "job_id" | "stage">>(sql, [pool, most]);
      return rows.map(({ job_id, stage }) => ({ jobId: job_id, stage }));
    },
    open: async () => {
      const sql = "SELECT job_id FROM rounds WHERE closed = 0 ORDER BY created_at, job_id";
      return (await database.query<Pick<RoundRow, "job_id">>(sql)).map(({ job_id }) => job_id);
    },
    move: (jobId, from, patch) => moveRound(database, jobId, from, patch),
    conclude: async (jobId, { patch, blames, payouts, at }) => {
      const rows = payoutRows(jobId, payouts);
      await database.transaction(async (queries) => {
        if (!(await moveRound(queries, jobId, "unmasking", patch))) return;
        await addBlames(queries, { jobId, blames, at });
        await addPayouts(queries, rows);
      });
    },
    hold: async (jobId, holder, now, seconds) => {
      // one that ends later than any taken now was taken by a clock that was ahead, and nobody may be there to end it
      const sql = `UPDATE rounds SET holder = ?, held_until = ?
        WHERE job_id = ? AND (holder = ? OR held_until <= ? OR held_until > ?)`;
      const until = now + seconds;
      return (await database.run(sql, [holder, until, jobId, holder, now, until])) === 1;
    },
    release: async (jobId, holder) => {
      await database.run("UPDATE rounds SET held_until = 0 WHERE job_id = ? AND holder = ?", [jobId, holder]);
    },
  };
}

export async function findRound(queries: Queries, jobId: string): Promise<Round | undefined> {
  const [row] = await queries.query<RoundRow>(ROUNDS, [jobId]);
  return row && roundOf(row);
}

export async function moveRound(queries: Queries, jobId: string, from: Stage, patch: Patch): Promise<boolean> {
  const columns = columnsOf(patch);
  const sets = columns.map(([column]) => `${column} = ?`).join(", ");
  const values = columns.map(([, value]) => value);
  const sql = `UPDATE rounds SET ${sets} WHERE job_id = ? AND stage = ?`;
  return (await queries.run(sql, [...values, jobId, from])) === 1;
}
