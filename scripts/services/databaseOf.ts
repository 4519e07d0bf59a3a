import { badInput } from "../input/badInput.ts";

/** The address of a database as the user gave it: a password need not stand on the command line. */
export function databaseOf(text: string): string {
  if (text !== "env") return text;
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) throw badInput("DATABASE_URL is not set", "Set it, or name the database with --database");
  return DATABASE_URL;
}
