import { Pool, type PoolClient, types } from "pg";
import type { Database, Queries, Value } from "./Database.ts";
import { DatabaseError, type DatabaseErrorCode } from "./DatabaseError.ts";

const INT8 = 20;
const MAX_ATTEMPTS = 10;

/** SQLSTATE codes and classes, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const CODES: readonly (readonly [RegExp, DatabaseErrorCode])[] = [
  [/^23505$/, "Duplicate"],
  [/^(40001|40P01|55P03)$/, "Busy"],
  [/^53100$/, "Full"],
  [/^(XX001|XX002)$/, "Corrupt"],
  [/^(08|28|3D|53|57P|E[A-Z]+)/, "Unreachable"],
];

/** Connects to a Postgres server when it is first asked, with up to ten connections. */
export function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? toInteger : types.getTypeParser(oid, format)) },
  });
  pool.on("error", () => undefined); // an idle connection broke: the next query opens another
  return {
    dialect: "postgres",
    ...queriesOf(pool),
    transaction: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await atomically(pool, work);
        } catch (error) {
          if (!(error instanceof DatabaseError && error.code === "Busy") || attempt === MAX_ATTEMPTS) throw error;
        }
      }
    },
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  };
}

async function atomically<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await guarded(() => pool.connect());
  const { run, ...queries } = queriesOf(client);
  let broken: Error | undefined;
  try {
    await run("BEGIN ISOLATION LEVEL SERIALIZABLE");
    const result = await work({ run, ...queries });
    await run("COMMIT");
    return result;
  } catch (error) {
    await run("ROLLBACK").catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

function queriesOf(connection: Pool | PoolClient): Queries {
  const send = (sql: string, params: readonly Value[]) =>
    guarded(() => connection.query(numbered(sql), params.map(toPostgres)));
  return {
    query: async <T extends object>(sql: string, params: readonly Value[] = []) =>
      (await send(sql, params)).rows as T[],
    run: async (sql, params = []) => (await send(sql, params)).rowCount ?? 0,
    script: async (sql) => {
      await guarded(() => connection.query(sql));
    },
  };
}

/** Writes `?` as `$1`, `$2` ..., except within quotes. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/'[^']*'|"[^"]*"|\?/g, (found) => (found === "?" ? `$${++count}` : found));
}

const toPostgres = (value: Value): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return typeof value === "bigint" ? value.toString() : value;
};

function toInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} has no exact value as a number: keep it as TEXT`);
  return value;
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toDatabaseError(error);
  }
}

function toDatabaseError(error: unknown): DatabaseError {
  const { code = "", message } = error as { readonly code?: string; readonly message: string };
  const known = CODES.find(([pattern]) => pattern.test(code))?.[1];
  const lost = /terminated|timeout|ended|closed/i.test(message) ? "Unreachable" : "Failed";
  return new DatabaseError(known ?? lost, `Postgres says: ${message}`, { cause: error });
}
