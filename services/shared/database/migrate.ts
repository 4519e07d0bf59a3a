import { createHash } from "node:crypto";
import type { Database, Queries } from "./Database.ts";
import { DatabaseError } from "./DatabaseError.ts";
import { type Migrations, sqlOf } from "./Migrations.ts";

const JOURNAL =
  "CREATE TABLE IF NOT EXISTS schema_steps (name TEXT NOT NULL, step BIGINT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (name, step))";

/** Brings the tables of a service up to date, all steps or none. Two processes may try at once. */
export async function migrate(database: Database, { name, steps }: Migrations): Promise<void> {
  const { dialect } = database;
  await makeJournal(database);
  await database.transaction(async (queries) => {
    // in Postgres a lock comes before the snapshot; SQLite locks as a transaction begins
    if (dialect === "postgres") await queries.script("LOCK TABLE schema_steps IN EXCLUSIVE MODE");
    const done = await stepsDone(queries, name);
    if (done.length > steps.length) {
      throw new DatabaseError("Outdated", `The tables of ${name} are newer than this program`);
    }
    for (const [step, migration] of steps.entries()) {
      const sql = sqlOf(migration, dialect);
      const digest = createHash("sha256").update(sql).digest("hex");
      if (step < done.length) {
        if (done[step] === digest) continue;
        throw new DatabaseError("Outdated", `Step ${step} of the tables of ${name} was made by another program`);
      }
      await queries.script(sql);
      await queries.run("INSERT INTO schema_steps (name, step, digest) VALUES (?, ?, ?)", [name, step, digest]);
    }
  });
}

/** Postgres fails where two make a table at the same time: then it is there the second time. */
const makeJournal = (database: Database): Promise<void> =>
  database.script(JOURNAL).catch(() => database.script(JOURNAL));

async function stepsDone(queries: Queries, name: string): Promise<readonly string[]> {
  const sql = "SELECT digest FROM schema_steps WHERE name = ? ORDER BY step";
  return (await queries.query<{ digest: string }>(sql, [name])).map(({ digest }) => digest);
}
