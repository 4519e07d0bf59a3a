import type { LiquidityPosition } from "#sdk/indexer/types.ts";
import { columnList, decodeRow } from "../state/sql.ts";
import { balances } from "../tables/balances.ts";
import { datasets } from "../tables/datasets.ts";
import { type Page, type PageParams, fromCursor, toPage } from "./Page.ts";
import type { DatasetRow } from "./findDataset.ts";
import type { Reading } from "./Reading.ts";

const BPS = 10_000n;

/** Liquidity positions of an account or in a dataset, and what each would give now. */
export async function listPositions(
  { queries }: Reading,
  { by, value, limit, cursor }: { readonly by: "account" | "token"; readonly value: string } & PageParams,
): Promise<Page<LiquidityPosition>> {
  const after = cursor === undefined ? ["", ""] : fromCursor(cursor, ["text", "text"]);
  const sql =
    `SELECT ${columnList(balances, "b")} FROM indexer_balances b JOIN indexer_datasets d ON d.pair = b.asset ` +
    `WHERE b.${by} = ? AND b.amount <> '0' AND (b.asset, b.account) > (?, ?) ORDER BY b.asset, b.account LIMIT ?`;
  const found = await queries.query<Record<string, unknown>>(sql, [value, ...after, limit + 1]);
  const rows = found.map((row) => decodeRow(balances, row));
  const pools = await datasetsOf(
    queries,
    rows.map(({ token }) => token),
  );
  return toPage(
    rows,
    limit,
    ({ token, account, amount }) => positionOf(pools.get(token) as DatasetRow, account, amount),
    ({ asset, account }) => [asset, account],
  );
}

/** What so much liquidity is worth now, rounded down as the pair rounds. */
export function positionOf(row: DatasetRow, account: string, liquidity: bigint): LiquidityPosition {
  const { token, pair, symbol, reserveData, reserveBase, liquidity: whole } = row;
  return {
    token,
    pair,
    symbol,
    account,
    liquidity: liquidity.toString(),
    share: Number((liquidity * BPS) / whole),
    dataAmount: ((liquidity * reserveData) / whole).toString(),
    baseAmount: ((liquidity * reserveBase) / whole).toString(),
  };
}

async function datasetsOf(queries: Reading["queries"], tokens: readonly string[]): Promise<Map<string, DatasetRow>> {
  const wanted = [...new Set(tokens)];
  if (wanted.length === 0) return new Map();
  const sql = `SELECT ${columnList(datasets)} FROM indexer_datasets WHERE token IN (${wanted.map(() => "?").join(", ")})`;
  const found = await queries.query<Record<string, unknown>>(sql, wanted);
  return new Map(found.map((row) => decodeRow(datasets, row)).map((row) => [row.token, row]));
}
