export type { Database, Dialect, Queries, Value } from "./Database.ts";
export { DatabaseError, type DatabaseErrorCode } from "./DatabaseError.ts";
export type { Migration, Migrations } from "./Migrations.ts";
export { openDatabase } from "./openDatabase.ts";
