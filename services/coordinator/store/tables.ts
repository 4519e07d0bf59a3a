import type { Migrations } from "../../shared/database/Migrations.ts";

/** Tables of a coordinator. Amounts of units are decimal texts, as SQL integers of JavaScript end at 2^53. */
export const TABLES: Migrations = {
  name: "coordinator",
  steps: [
    `CREATE TABLE rounds (
       job_id TEXT PRIMARY KEY,
       pool TEXT NOT NULL,
       job TEXT NOT NULL,
       task TEXT NOT NULL,
       program BLOB NOT NULL,
       created_at INTEGER NOT NULL,
       stage TEXT NOT NULL,
       ends_at INTEGER,
       enrolled INTEGER NOT NULL DEFAULT 0,
       units TEXT NOT NULL DEFAULT '0',
       roster_root TEXT,
       roster_block TEXT,
       survivors_root TEXT,
       delivered INTEGER,
       result TEXT,
       settlement TEXT,
       consent TEXT,
       why TEXT,
       closed INTEGER NOT NULL DEFAULT 0,
       holder TEXT NOT NULL DEFAULT '',
       held_until INTEGER NOT NULL DEFAULT 0
     );
     CREATE INDEX rounds_of_pool ON rounds (pool, created_at);
     CREATE INDEX rounds_open ON rounds (closed);

     CREATE TABLE round_members (
       job_id TEXT NOT NULL,
       contribution TEXT NOT NULL,
       provider TEXT NOT NULL,
       content_root TEXT NOT NULL,
       row_count INTEGER NOT NULL,
       units TEXT NOT NULL,
       position INTEGER,
       enrolment TEXT NOT NULL,
       signature TEXT NOT NULL,
       PRIMARY KEY (job_id, contribution),
       UNIQUE (job_id, provider),
       UNIQUE (job_id, position)
     );

     CREATE TABLE round_keys (
       job_id TEXT NOT NULL,
       public_key TEXT NOT NULL,
       PRIMARY KEY (job_id, public_key)
     );

     CREATE TABLE round_messages (
       job_id TEXT NOT NULL,
       step TEXT NOT NULL,
       position INTEGER NOT NULL,
       digest TEXT NOT NULL,
       message TEXT NOT NULL,
       receipt TEXT,
       signature TEXT NOT NULL,
       PRIMARY KEY (job_id, step, position)
     );

     CREATE TABLE round_shares (
       job_id TEXT NOT NULL,
       recipient INTEGER NOT NULL,
       sender INTEGER NOT NULL,
       sealed TEXT NOT NULL,
       PRIMARY KEY (job_id, recipient, sender)
     );

     CREATE TABLE round_blamed (
       job_id TEXT NOT NULL,
       position INTEGER NOT NULL,
       provider TEXT NOT NULL,
       why TEXT NOT NULL,
       blamed_at INTEGER NOT NULL,
       PRIMARY KEY (job_id, position)
     );
     CREATE INDEX blamed_providers ON round_blamed (provider, blamed_at);

     CREATE TABLE round_transactions (
       name TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       nonce INTEGER NOT NULL,
       hash TEXT NOT NULL,
       raw TEXT NOT NULL,
       sent_at INTEGER NOT NULL,
       UNIQUE (account, nonce)
     )`,
    `CREATE TABLE round_payouts (
       job_id TEXT NOT NULL,
       place INTEGER NOT NULL,
       contribution TEXT NOT NULL,
       provider TEXT NOT NULL,
       units TEXT NOT NULL,
       siblings TEXT NOT NULL,
       PRIMARY KEY (job_id, contribution)
     )`,
  ],
};
