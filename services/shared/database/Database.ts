export type Dialect = "sqlite" | "postgres";

/** A value as it goes into a statement. Integers have 64 bits; larger ones are kept as decimal TEXT. */
export type Value = string | number | bigint | Uint8Array | null;

/**
 * What statements can be sent to: a database, or one transaction of it. `?` stands for the next parameter. After a
 * statement that failed, a transaction can only be given up: let the error through.
 */
export interface Queries {
  /**
   * The rows of a SELECT, or of a RETURNING, named by their columns: TEXT is string, INTEGER number, BLOB Uint8Array.
   * @throws DatabaseError
   */
  readonly query: <T extends object>(sql: string, params?: readonly Value[]) => Promise<readonly T[]>;
  /**
   * Runs a statement; answers how many rows it changed.
   * @throws DatabaseError
   */
  readonly run: (sql: string, params?: readonly Value[]) => Promise<number>;
  /**
   * Runs several statements, separated by `;`, without parameters.
   * @throws DatabaseError
   */
  readonly script: (sql: string) => Promise<void>;
}

/** An embedded or a remote database with the same behaviour. What is committed survives a crash of the machine. */
export interface Database extends Queries {
  readonly dialect: Dialect;
  /**
   * Runs all statements of `work` or none; serializable, so nobody else's writes come between them. On Postgres `work`
   * may run again after a conflict: let it do nothing but talk to the given queries, never to the database itself.
   * @throws DatabaseError, and whatever `work` throws
   */
  readonly transaction: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}
