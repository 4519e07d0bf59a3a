import type { Database } from "../../shared/database/Database.ts";
import { DatabaseError } from "../../shared/database/DatabaseError.ts";

/** A transaction that was signed, and sent or about to be. */
export interface Entry {
  readonly name: string; // of what it does; once in a journal
  readonly nonce: number;
  readonly hash: string;
  readonly raw: string;
  readonly sentAt: number; // unix seconds
}

/** What an account has under way. An entry is written before it is sent, so that a crash loses none. */
export interface Journal {
  readonly find: (name: string) => Promise<Entry | undefined>;
  /** Entries with nonces from `from` on, ascending. */
  readonly since: (from: number) => Promise<readonly Entry[]>;
  /** Writes a new entry, or one in place of another; false: another process was faster. */
  readonly write: (entry: Entry, inPlaceOf?: Entry) => Promise<boolean>;
  readonly remove: (entry: Entry) => Promise<void>;
}

interface Row {
  readonly name: string;
  readonly nonce: number;
  readonly hash: string;
  readonly raw: string;
  readonly sent_at: number;
}

const SELECT = "SELECT name, nonce, hash, raw, sent_at FROM round_transactions";

const entryOf = ({ name, nonce, hash, raw, sent_at: sentAt }: Row): Entry => ({ name, nonce, hash, raw, sentAt });

export function createJournal(database: Database, account: string): Journal {
  return {
    find: async (name) => {
      const [row] = await database.query<Row>(`${SELECT} WHERE name = ? AND account = ?`, [name, account]);
      return row && entryOf(row);
    },
    since: async (from) => {
      const sql = `${SELECT} WHERE account = ? AND nonce >= ? ORDER BY nonce`;
      return (await database.query<Row>(sql, [account, from])).map(entryOf);
    },
    write: async ({ name, nonce, hash, raw, sentAt }, inPlaceOf) => {
      try {
        if (inPlaceOf !== undefined) {
          const sql =
            "UPDATE round_transactions SET nonce = ?, hash = ?, raw = ?, sent_at = ? WHERE name = ? AND hash = ?";
          return (await database.run(sql, [nonce, hash, raw, sentAt, name, inPlaceOf.hash])) === 1;
        }
        const sql =
          "INSERT INTO round_transactions (name, account, nonce, hash, raw, sent_at) VALUES (?, ?, ?, ?, ?, ?)";
        await database.run(sql, [name, account, nonce, hash, raw, sentAt]);
        return true;
      } catch (error) {
        if (error instanceof DatabaseError && error.code === "Duplicate") return false;
        throw error;
      }
    },
    remove: async ({ name, hash }) => {
      await database.run("DELETE FROM round_transactions WHERE name = ? AND hash = ?", [name, hash]);
    },
  };
}
