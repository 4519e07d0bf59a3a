import { chmodSync, closeSync, openSync } from "node:fs";
import type { Database } from "../../shared/database/Database.ts";
import { openDatabase } from "../../shared/database/openDatabase.ts";
import { TABLES } from "./tables.ts";

const IN_MEMORY = ":memory:";

/**
 * Opens the file in which devices remember. Only its owner may read it, and what is deleted in it is overwritten: the
 * secrets of a round unmask what the device sent.
 * @param path a file, or ":memory:" for simulated devices
 * @throws DatabaseError Unreachable, Corrupt, Outdated
 */
export async function openLedgerDatabase(path: string): Promise<Database> {
  if (path !== IN_MEMORY) claimFile(path);
  const database = await openDatabase(`sqlite:${path}`, TABLES);
  await database.script("PRAGMA secure_delete = ON");
  return database;
}

/** SQLite gives its journals the rights of the file itself. */
function claimFile(path: string): void {
  try {
    closeSync(openSync(path, "a", 0o600));
    chmodSync(path, 0o600);
  } catch {
    // the database tells better why it cannot be opened
  }
}
