import type { Migrations } from "../shared/database/index.ts";

/** Amounts and times beyond 2^53 are decimal TEXT; `day` counts days since 1970, `signed_until` is the deadline of what was signed. */
export const MIGRATIONS: Migrations = {
  name: "attester",
  steps: [
    `CREATE TABLE attester_journal (
       attester TEXT NOT NULL, chain_id TEXT NOT NULL, pool TEXT NOT NULL, contribution TEXT NOT NULL,
       quality TEXT NOT NULL, novelty TEXT NOT NULL,
       PRIMARY KEY (attester, chain_id, pool, contribution));
     CREATE TABLE attester_submissions (
       pool TEXT NOT NULL, provider TEXT NOT NULL, content_root TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
       sketch TEXT NOT NULL, signed_until INTEGER NOT NULL DEFAULT 0,
       PRIMARY KEY (pool, provider, content_root));
     CREATE INDEX attester_submissions_by_signature ON attester_submissions (pool, signed_until);
     CREATE INDEX attester_submissions_by_id ON attester_submissions (id, pool, provider);
     CREATE TABLE attester_quotas (
       account TEXT NOT NULL, kind TEXT NOT NULL, day INTEGER NOT NULL, used INTEGER NOT NULL,
       PRIMARY KEY (account, kind, day));
     CREATE TABLE attester_secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
  ],
};
