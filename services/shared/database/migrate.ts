import { createHash } from "node:crypto";
import type { Database, Queries } from "./Database.ts";
import { DatabaseError } from "./DatabaseError.ts";
import { type Migrations, sqlOf } from "./Migrations.ts";

const JOURNAL =
  "CREATE TABLE IF NOT EXISTS schema_steps (name TEXT NOT NULL, step BIGINT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (name, step))";

/** Brings the tables of a service up to date, all steps or none. Two processes may try at once. */
export const migrate = (database: Database, { name, steps }: Migrations): Promise<void> =>
  database.transaction(async (queries) => {
    const { dialect } = database;
    if (dialect === "postgres") await queries.query("SELECT pg_advisory_xact_lock(?)", [7_224_510_031]);
    await queries.script(JOURNAL);
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

async function stepsDone(queries: Queries, name: string): Promise<readonly string[]> {
  const sql = "SELECT digest FROM schema_steps WHERE name = ? ORDER BY step";
  return (await queries.query<{ digest: string }>(sql, [name])).map(({ digest }) => digest);
}
