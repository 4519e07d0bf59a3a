import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Database, Queries, Value } from "./Database.ts";
import { DatabaseError, type DatabaseErrorCode } from "./DatabaseError.ts";
import { createQueue } from "./createQueue.ts";

const PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";

/** Milliseconds to wait for others that write to the same file, and at most between two tries. */
const BUSY = 5_000;
const PAUSE = 20;

const MAX_STATEMENTS = 500;

/** SQLite's primary result codes, https://sqlite.org/rescode.html; SQLITE_IOERR is most often a full or broken disk. */
const CODES: Readonly<Record<number, DatabaseErrorCode>> = {
  5: "Busy",
  6: "Busy",
  8: "Unreachable",
  10: "Full",
  11: "Corrupt",
  13: "Full",
  14: "Unreachable",
  26: "Corrupt",
};

const UNIQUE = new Set([1555, 2067, 2579]); // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE and _ROWID

/**
 * Opens the SQLite database in a file, or in memory for ":memory:". One connection serves all: statements outside of a
 * transaction wait until it is over.
 */
export function openSqlite(path: string): Database {
  const connection = guarded(() => connect(path));
  const queries = queriesOf(connection);
  const inTransaction = new AsyncLocalStorage<true>();
  const queue = createQueue();
  const outside = async <T>(work: () => Promise<T>): Promise<T> => {
    if (inTransaction.getStore()) throw new DatabaseError("Misused", "A transaction spoke past its own queries");
    if (!queue.isIdle()) return queue.add(() => patiently(work));
    return work().catch((error: unknown) => {
      if (!isBusy(error)) throw error;
      return queue.add(() => patiently(work)); // in its turn, or it would run within somebody's transaction
    });
  };
  return {
    dialect: "sqlite",
    query: (sql, params) => outside(() => queries.query(sql, params)),
    run: (sql, params) => outside(() => queries.run(sql, params)),
    script: (sql) => outside(() => queries.script(sql)),
    transaction: async (work) => {
      if (inTransaction.getStore()) throw new DatabaseError("Misused", "A transaction opened another one");
      return queue.add(() => inTransaction.run(true, () => atomically(connection, () => work(queries))));
    },
    close: () => queue.add(async () => guarded(() => connection.isOpen && connection.close())).then(() => undefined),
  };
}

function connect(path: string): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: BUSY });
  connection.exec(PRAGMAS);
  connection.exec("PRAGMA busy_timeout = 0"); // from now on we wait ourselves, and let others of this process work
  return connection;
}

/** Waits for others that write to the same file. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const end = performance.now() + BUSY; ;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await sleep(1 + Math.random() * PAUSE);
    }
  }
}

const isBusy = (error: unknown): boolean => error instanceof DatabaseError && error.code === "Busy";

async function atomically<T>(connection: DatabaseSync, work: () => Promise<T>): Promise<T> {
  await patiently(async () => guarded(() => connection.exec("BEGIN IMMEDIATE")));
  try {
    const result = await work();
    guarded(() => connection.exec("COMMIT"));
    return result;
  } catch (error) {
    if (connection.isTransaction) connection.exec("ROLLBACK"); // SQLite has done it itself where the disk is full
    throw error;
  }
}

function queriesOf(connection: DatabaseSync): Queries {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    query: async <T extends object>(sql: string, params: readonly Value[] = []) =>
      guarded(() => prepare(sql).all(...(params as readonly SQLInputValue[]))) as unknown as readonly T[],
    run: async (sql, params = []) =>
      guarded(() => Number(prepare(sql).run(...(params as readonly SQLInputValue[])).changes)),
    script: async (sql) => guarded(() => connection.exec(sql)),
  };
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toDatabaseError(error);
  }
}

function toDatabaseError(error: unknown): DatabaseError {
  const { errcode, message } = error as { readonly errcode?: number; readonly message: string };
  const code = UNIQUE.has(errcode ?? 0) ? "Duplicate" : (CODES[(errcode ?? 0) & 0xff] ?? "Failed");
  return new DatabaseError(code, `SQLite says: ${message}`, { cause: error });
}
