import type { Database, Queries } from "../../shared/database/Database.ts";
import { type Budget, type Cost, fits } from "./Budget.ts";
import type { Outcome, Round, RoundBody, Stage } from "./Round.ts";

/** A step of a round: what is added to it, and what it costs. */
export interface Advance {
  readonly jobId: string;
  readonly from: Stage;
  readonly to: Stage;
  readonly add: Partial<RoundBody>;
  readonly budget?: Budget; // the step spends the job's epsilon, if this covers it
}

/** What is to cover a job, beside which rounds under way. */
export interface Within {
  readonly budget: Budget;
  readonly counts: (jobId: string) => boolean;
}

/** One provider's memory on one chain. Each method is on disk when it returns. */
export interface Ledger {
  /** Rounds that have not ended, oldest first. */
  readonly active: () => Promise<readonly Round[]>;
  /** The last rounds that ended, newest first. */
  readonly ended: (limit: number) => Promise<readonly Round[]>;
  readonly find: (jobId: string) => Promise<Round | undefined>;
  /** Begins a round; answers with the one that was begun first, if there is one. */
  readonly begin: (round: Omit<Round, "outcome" | "why">) => Promise<Round>;
  /**
   * Takes a step, at most once: answers with the round as it is on disk, which another process may have moved, or
   * undefined if the budget does not cover it.
   */
  readonly advance: (step: Advance) => Promise<Round | undefined>;
  /** Ends a round, and forgets its secrets and messages. */
  readonly end: (jobId: string, outcome: Outcome, why: string) => Promise<void>;
  /** Forgets the secrets and messages of a round that waits for nothing but its pay. */
  readonly wipe: (jobId: string) => Promise<void>;
  /** Whether the budget covers the job beside those spent, and those under way that count. */
  readonly covers: (jobId: string, cost: Cost, within: Within) => Promise<boolean>;
  /** What was spent on a pool by jobs opened since then. */
  readonly spends: (pool: string, since: bigint) => Promise<readonly { jobId: string; epsilon: bigint }[]>;
}

/** @param scope see TABLES; several providers may share one database */
export function createLedger(database: Database, scope: string): Ledger {
  return {
    active: () => select(database, "scope = ? AND stage <> 'ended' ORDER BY opened_at, job_id", [scope]),
    ended: (limit) =>
      select(database, "scope = ? AND stage = 'ended' ORDER BY opened_at DESC, job_id LIMIT ?", [scope, limit]),
    find: async (jobId) => findIn(database, scope, jobId),
    begin: async ({ jobId, pool, stage, epsilon, openedAt, body }) => {
      const sql = `INSERT INTO rounds (scope, job_id, pool, stage, epsilon, opened_at, body)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
      const values = [scope, jobId, pool, stage, epsilon.toString(), openedAt, JSON.stringify(body)];
      await database.run(sql, values);
      return (await findIn(database, scope, jobId)) as Round;
    },
    advance: (step) => database.transaction((queries) => advance(queries, scope, step)),
    end: async (jobId, outcome, why) => {
      const round = await findIn(database, scope, jobId);
      if (round === undefined || round.stage === "ended") return;
      const sql = "UPDATE rounds SET stage = 'ended', outcome = ?, why = ?, body = ? WHERE scope = ? AND job_id = ?";
      await database.run(sql, [outcome, why, JSON.stringify(remains(round.body)), scope, jobId]);
    },
    wipe: async (jobId) => {
      const round = await findIn(database, scope, jobId);
      if (round?.body.secrets === undefined) return;
      const { payout } = round.body;
      const body = { ...remains(round.body), ...(payout !== undefined && { payout }) };
      const sql = "UPDATE rounds SET body = ? WHERE scope = ? AND job_id = ? AND stage = ?";
      await database.run(sql, [JSON.stringify(body), scope, jobId, round.stage]);
    },
    covers: async (jobId, cost, { budget, counts }) => {
      const [spent, promised] = await Promise.all([
        spendsNear(database, scope, { ...cost, jobId }, budget),
        select(database, "scope = ? AND pool = ? AND stage IN ('enrolled', 'shared') AND job_id <> ?", [
          scope,
          cost.pool,
          jobId,
        ]),
      ]);
      return fits(budget, cost, [...spent, ...promised.filter((round) => counts(round.jobId))]);
    },
    spends: async (pool, since) => {
      const sql = "SELECT job_id, epsilon FROM spends WHERE scope = ? AND pool = ? AND opened_at > ?";
      const rows = await database.query<{ job_id: string; epsilon: string }>(sql, [scope, pool, since]);
      return rows.map(({ job_id, epsilon }) => ({ jobId: job_id, epsilon: BigInt(epsilon) }));
    },
  };
}

async function advance(queries: Queries, scope: string, step: Advance): Promise<Round | undefined> {
  const { jobId, from, to, add, budget } = step;
  const round = await findIn(queries, scope, jobId);
  if (round === undefined || round.stage !== from) return round;
  if (budget !== undefined && !(await spend(queries, scope, round, budget))) return undefined;
  const body = { ...round.body, ...add };
  const sql = "UPDATE rounds SET stage = ?, body = ? WHERE scope = ? AND job_id = ?";
  await queries.run(sql, [to, JSON.stringify(body), scope, jobId]);
  return { ...round, stage: to, body };
}

/** Writes the cost of a round down, unless that would be too much. */
async function spend(queries: Queries, scope: string, round: Round, budget: Budget): Promise<boolean> {
  const { jobId, pool, epsilon, openedAt } = round;
  if (!fits(budget, round, await spendsNear(queries, scope, round, budget))) return false;
  const sql = "INSERT INTO spends (scope, job_id, pool, epsilon, opened_at) VALUES (?, ?, ?, ?, ?)";
  await queries.run(sql, [scope, jobId, pool, epsilon.toString(), openedAt]);
  return true;
}

/** Spends that fall into one period with the job, whichever came first. */
async function spendsNear(queries: Queries, scope: string, cost: Cost & { readonly jobId: string }, budget: Budget) {
  const { jobId, pool, openedAt } = cost;
  const sql = `SELECT epsilon FROM spends
    WHERE scope = ? AND pool = ? AND job_id <> ? AND opened_at > ? AND opened_at < ?`;
  const near = [openedAt - budget.period, openedAt + budget.period];
  const rows = await queries.query<{ epsilon: string }>(sql, [scope, pool, jobId, ...near]);
  return rows.map(({ epsilon }) => ({ epsilon: BigInt(epsilon) }));
}

/** What is kept of a round that is over: enough to tell of it, nothing to unmask with. */
const remains = ({ contribution, job, units }: RoundBody): RoundBody => ({ contribution, job, units });

interface Row {
  readonly job_id: string;
  readonly pool: string;
  readonly stage: Stage;
  readonly epsilon: string;
  readonly opened_at: number;
  readonly body: string;
  readonly outcome: Outcome | null;
  readonly why: string | null;
}

const findIn = async (queries: Queries, scope: string, jobId: string): Promise<Round | undefined> =>
  (await select(queries, "scope = ? AND job_id = ?", [scope, jobId]))[0];

async function select(queries: Queries, where: string, params: readonly (string | number)[]): Promise<Round[]> {
  const rows = await queries.query<Row>(`SELECT * FROM rounds WHERE ${where}`, params);
  return rows.map((row) => ({
    jobId: row.job_id,
    pool: row.pool,
    stage: row.stage,
    epsilon: BigInt(row.epsilon),
    openedAt: BigInt(row.opened_at),
    body: JSON.parse(row.body) as RoundBody,
    outcome: row.outcome ?? undefined,
    why: row.why ?? undefined,
  }));
}
