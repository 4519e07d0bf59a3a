import { resolve } from "node:path";
import type { Field } from "#sdk/data/table.ts";
import type { Database } from "../../shared/database/Database.ts";
import type { Holding } from "../Holding.ts";
import { readRecords } from "../records/readRecords.ts";

/** A contribution with the file that its records lie in. */
export interface FileHolding extends Omit<Holding, "records"> {
  readonly file: string; // absolute path
}

/** The contributions that a device was told to answer for; kept in its ledger's database. */
export interface Holdings {
  /** Adds one, or replaces what was said of it. */
  readonly add: (holding: FileHolding) => Promise<void>;
  /** Answers whether there was one. */
  readonly remove: (pool: string, contribution: string) => Promise<boolean>;
  readonly all: () => Promise<readonly (Holding & { readonly file: string })[]>;
}

interface Body {
  readonly file: string;
  readonly contentRoot: string;
  readonly units: string;
  readonly fields: readonly Field[];
  readonly secret: string;
}

/** @param scope see TABLES */
export function createHoldings(database: Database, scope: string): Holdings {
  return {
    add: async ({ pool, contribution, units, file, contentRoot, fields, secret }) => {
      const body: Body = { file: resolve(file), contentRoot, units: units.toString(), fields, secret };
      const sql = `INSERT INTO holdings (scope, pool, contribution, body) VALUES (?, ?, ?, ?)
        ON CONFLICT (scope, pool, contribution) DO UPDATE SET body = excluded.body`;
      await database.run(sql, [scope, pool, contribution, JSON.stringify(body)]);
    },
    remove: async (pool, contribution) => {
      const sql = "DELETE FROM holdings WHERE scope = ? AND pool = ? AND contribution = ?";
      return (await database.run(sql, [scope, pool, contribution])) > 0;
    },
    all: async () => {
      const sql = "SELECT pool, contribution, body FROM holdings WHERE scope = ? ORDER BY pool, contribution";
      const rows = await database.query<{ pool: string; contribution: string; body: string }>(sql, [scope]);
      return rows.map(({ pool, contribution, body }) => {
        const { units, file, contentRoot, fields, secret } = JSON.parse(body) as Body;
        const records = () => readRecords(file, fields);
        return { pool, contribution, contentRoot, fields, secret, file, units: BigInt(units), records };
      });
    },
  };
}
