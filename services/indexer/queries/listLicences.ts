import type { Licence } from "#sdk/indexer/types.ts";
import { columnList, decodeRow } from "../state/sql.ts";
import { licences } from "../tables/licences.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";

/** The licences of a holder, or of a pool, ended ones included. */
export async function listLicences(
  { queries, now }: Reading,
  { by, value, limit, cursor }: { readonly by: "licensee" | "pool"; readonly value: string } & PageParams,
): Promise<Page<Licence>> {
  const after = cursor === undefined ? ["", ""] : fromCursor(cursor, ["text", "text"]);
  const sql =
    `SELECT ${columnList(licences, "l")}, d.token AS token, d.symbol AS symbol FROM indexer_licences l ` +
    `JOIN indexer_datasets d ON d.pool = l.pool WHERE l.${by} = ? AND (l.pool, l.licensee) > (?, ?) ` +
    "ORDER BY l.pool, l.licensee LIMIT ?";
  const found = await queries.query<Record<string, unknown>>(sql, [value, ...after, limit + 1]);
  return toPage(
    found,
    limit,
    (one) => {
      const { pool, licensee, since, until, sales, paid } = decodeRow(licences, one);
      const dataset = { token: String(one.token), symbol: String(one.symbol) };
      return { pool, ...dataset, licensee, since, until, active: until >= now, sales, paid: paid.toString() };
    },
    (one) => [String(one.pool), String(one.licensee)],
  );
}
