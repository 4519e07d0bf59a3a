import type { Dialect } from "./Database.ts";

/**
 * One step of a schema: a text for both dialects, in which INTEGER (64 bits), TEXT and BLOB are understood by both, or
 * one for each. It may hold several statements, separated by `;`. A step that was released is never changed.
 */
export type Migration = string | Readonly<Record<Dialect, string>>;

/** How a service's tables come to be. Several services may live in one Postgres database, each with its own name. */
export interface Migrations {
  readonly name: string;
  readonly steps: readonly Migration[];
}

/** What the dialect is told. */
export function sqlOf(migration: Migration, dialect: Dialect): string {
  if (typeof migration !== "string") return migration[dialect];
  if (dialect === "sqlite") return migration;
  return migration.replace(/\bBLOB\b/g, "BYTEA").replace(/\bINTEGER\b/g, "BIGINT");
}
