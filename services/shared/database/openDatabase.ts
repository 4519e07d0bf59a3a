import type { Database } from "./Database.ts";
import { DatabaseError } from "./DatabaseError.ts";
import type { Migrations } from "./Migrations.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./openPostgres.ts";
import { openSqlite } from "./openSqlite.ts";

/**
 * Opens a database, and brings a service's tables in it up to date.
 * @param url "sqlite:<file>", "sqlite::memory:" or "postgres://user:password@host:port/name"
 * @throws DatabaseError Unreachable, Corrupt, Outdated
 */
export async function openDatabase(url: string, migrations?: Migrations): Promise<Database> {
  const database = open(url);
  try {
    if (migrations !== undefined) await migrate(database, migrations);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function open(url: string): Database {
  if (url.startsWith("sqlite:")) return openSqlite(url.slice("sqlite:".length));
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  throw new DatabaseError("Unreachable", 'The address of a database begins with "sqlite:" or "postgres://"');
}
