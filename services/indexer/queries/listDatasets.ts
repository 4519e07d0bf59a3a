import type { DatasetCard } from "#sdk/indexer/types.ts";
import type { Value } from "../../shared/database/index.ts";
import { columnList, decodeRow } from "../state/sql.ts";
import { datasets } from "../tables/datasets.ts";
import { datasetCard } from "./datasetCard.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";
import { firstHour, volumes } from "./volumes.ts";

/** What datasets are sorted by: a column, its kind in a cursor, and the order that one expects. */
export const SORTS = {
  created: { column: "d.created_block", type: "integer", order: "desc" },
  name: { column: "lower(d.name)", type: "text", order: "asc" },
  price: { column: "d.price_rank", type: "real", order: "desc" },
  liquidity: { column: "d.liquidity_rank", type: "real", order: "desc" },
  quality: { column: "d.quality_rank", type: "real", order: "desc" },
  providers: { column: "d.providers", type: "integer", order: "desc" },
  activity: { column: "d.last_activity", type: "integer", order: "desc" },
  volume: { column: "COALESCE(v.volume, 0)", type: "real", order: "desc" },
} as const;

export interface CatalogueParams extends PageParams {
  readonly search?: string;
  readonly sort: keyof typeof SORTS;
  readonly order?: "asc" | "desc";
  readonly maker?: string;
  readonly listed?: boolean;
}

/** The datasets that match, a page of them. Every word of the search must occur in name, symbol or token. */
export async function listDatasets(reading: Reading, params: CatalogueParams): Promise<Page<DatasetCard>> {
  const { sort, limit } = params;
  const { sql, values } = statement(reading, params);
  const found = await reading.queries.query<Record<string, unknown>>(sql, values);
  const rows = found.map((row) => ({ row: decodeRow(datasets, row), rank: row.sort_rank }));
  const traded = await volumes(
    reading,
    rows.slice(0, limit).map(({ row }) => row.token),
  );
  const rankOf = (rank: unknown) => (SORTS[sort].type === "text" ? String(rank) : Number(rank));
  return toPage(
    rows,
    limit,
    ({ row }) => datasetCard(row, traded.get(row.token) ?? 0n),
    ({ row, rank }) => [rankOf(rank), row.token],
  );
}

function statement({ now }: Reading, params: CatalogueParams): { readonly sql: string; readonly values: Value[] } {
  const { column, type, order: usual } = SORTS[params.sort];
  const order = params.order ?? usual;
  const { where, values } = conditions(params);
  const volume = "SELECT token, SUM(volume_rank) AS volume FROM indexer_candles WHERE resolution = 3600 AND start >= ?";
  const joined = params.sort === "volume" ? `LEFT JOIN (${volume} GROUP BY token) v ON v.token = d.token` : "";
  const start = params.sort === "volume" ? [firstHour(now)] : [];
  const from = params.cursor === undefined ? [] : fromCursor(params.cursor, [type, "text"]);
  const beyond = from.length === 0 ? "" : `AND (${column}, d.token) ${order === "asc" ? ">" : "<"} (?, ?)`;
  const sql =
    `SELECT ${columnList(datasets, "d")}, ${column} AS sort_rank FROM indexer_datasets d ${joined} ` +
    `WHERE ${where} ${beyond} ORDER BY ${column} ${order}, d.token ${order} LIMIT ?`;
  return { sql, values: [...start, ...values, ...from, params.limit + 1] };
}

function conditions({ search = "", maker, listed }: CatalogueParams): { where: string; values: Value[] } {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const parts = ["1 = 1", ...words.map(() => "d.words LIKE ? ESCAPE '!'")];
  const values: Value[] = words.map((word) => `%${word.replace(/[!%_]/g, "!$&")}%`);
  if (maker !== undefined) {
    parts.push("d.maker = ?");
    values.push(maker);
  }
  if (listed !== undefined) {
    parts.push("d.listed = ?");
    values.push(Number(listed));
  }
  return { where: parts.join(" AND "), values };
}
