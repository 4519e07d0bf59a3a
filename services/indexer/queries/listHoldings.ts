import type { Holding } from "#sdk/indexer/types.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";

interface Found {
  readonly token: string;
  readonly symbol: string;
  readonly name: string;
  readonly amount: string;
  readonly price: string;
}

/** The Data Tokens of an account, and what each costs now. */
export async function listHoldings(
  { queries }: Reading,
  account: string,
  { limit, cursor }: PageParams,
): Promise<Page<Holding>> {
  const [after = ""] = cursor === undefined ? [] : fromCursor(cursor, ["text"]);
  const sql =
    "SELECT d.token, d.symbol, d.name, b.amount, d.price FROM indexer_balances b JOIN indexer_datasets d " +
    "ON d.token = b.asset WHERE b.account = ? AND b.amount <> '0' AND b.asset > ? ORDER BY b.asset LIMIT ?";
  const found = await queries.query<Found>(sql, [account, after, limit + 1]);
  return toPage(
    found,
    limit,
    ({ token, symbol, name, amount, price }) => ({ token, symbol, name, amount, price }),
    ({ token }) => [token],
  );
}
