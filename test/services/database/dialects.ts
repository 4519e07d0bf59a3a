import { freshPostgres, postgresPrograms } from "./postgres.ts";

/** A kind of database that a suite runs on. */
export interface TestedDialect {
  readonly name: string;
  /** The address of an empty database; undefined where this machine has no server for it. */
  readonly fresh: (() => Promise<string>) | undefined;
}

const programs = postgresPrograms();

export const DIALECTS: readonly TestedDialect[] = [
  { name: "SQLite", fresh: async () => "sqlite::memory:" },
  {
    name: programs === undefined ? "Postgres (skipped: apt-get install postgresql)" : "Postgres",
    fresh: programs === undefined ? undefined : () => freshPostgres(programs),
  },
];

/** One suite, on each kind of database that this machine has. */
export function describeOnEach(title: string, suite: (fresh: () => Promise<string>) => void): void {
  for (const { name, fresh } of DIALECTS) {
    if (fresh === undefined) describe.skip(`${title} on ${name}`, () => it("needs the server"));
    else describe(`${title} on ${name}`, () => suite(fresh));
  }
}
