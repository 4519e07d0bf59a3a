import type { Migrations } from "../../shared/database/Migrations.ts";

/**
 * What a device must not forget. `scope` is a chain and a provider: "31337:0x...". A spend is written before the first
 * byte that cost it leaves, and is never taken back.
 */
export const TABLES: Migrations = {
  name: "device",
  steps: [
    `CREATE TABLE rounds (
       scope TEXT NOT NULL,
       job_id TEXT NOT NULL,
       pool TEXT NOT NULL,
       stage TEXT NOT NULL,
       epsilon TEXT NOT NULL, -- wad
       opened_at INTEGER NOT NULL, -- unix seconds, of the chain
       body TEXT NOT NULL, -- JSON
       outcome TEXT, -- of a round that ended
       why TEXT,
       PRIMARY KEY (scope, job_id)
     );
     CREATE INDEX rounds_by_stage ON rounds (scope, stage);
     CREATE TABLE spends (
       scope TEXT NOT NULL,
       job_id TEXT NOT NULL,
       pool TEXT NOT NULL,
       epsilon TEXT NOT NULL, -- wad
       opened_at INTEGER NOT NULL, -- unix seconds, of the chain
       PRIMARY KEY (scope, job_id)
     );
     CREATE INDEX spends_by_time ON spends (scope, pool, opened_at);
     CREATE TABLE holdings (
       scope TEXT NOT NULL,
       pool TEXT NOT NULL,
       contribution TEXT NOT NULL,
       body TEXT NOT NULL, -- JSON
       PRIMARY KEY (scope, pool, contribution)
     )`,
  ],
};
