import type { Database, Queries } from "../../shared/database/index.ts";
import type { Entry, Journal, Subject } from "./Journal.ts";

/** A journal in the service's database: the one to share between machines. */
export const databaseJournal = (database: Database): Journal => ({
  recall: (about) => recall(database, about),
  fix: (entry) =>
    database.transaction(async (queries) => {
      const { attester, chainId, pool, contribution, quality, novelty } = entry;
      await queries.run(
        `INSERT INTO attester_journal (attester, chain_id, pool, contribution, quality, novelty)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        [attester, chainId, pool, contribution, quality, novelty],
      );
      return (await recall(queries, entry)) as Entry;
    }),
});

async function recall(queries: Queries, about: Subject): Promise<Entry | undefined> {
  const { attester, chainId, pool, contribution } = about;
  const [found] = await queries.query<Pick<Entry, "quality" | "novelty">>(
    `SELECT quality, novelty FROM attester_journal
     WHERE attester = ? AND chain_id = ? AND pool = ? AND contribution = ?`,
    [attester, chainId, pool, contribution],
  );
  return found && { attester, chainId, pool, contribution, quality: found.quality, novelty: found.novelty };
}
