import { RECORDS_AT_ONCE } from "#sdk/store/records.ts";
import type { UrlRecord } from "#sdk/store/wire.ts";
import type { Queries, Value } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { type RecordRow, toRecord } from "./RecordRow.ts";

/** @throws ServiceError 404 NoSuchRecord, 410 Withdrawn */
export async function readRecord(queries: Queries, cid: string): Promise<RecordRow> {
  const row = await rowOf(queries, cid);
  if (row.withdrawn_at !== null) throw withdrawn();
  return row;
}

/** Also of a withdrawn one. */
async function rowOf(queries: Queries, cid: string): Promise<RecordRow> {
  const [row] = await queries.query<RecordRow>("SELECT * FROM store_records WHERE cid = ?", [cid]);
  if (row === undefined) {
    const remedy = "Look it up with GET /records";
    throw new ServiceError({ status: 404, code: "NoSuchRecord", fault: "There is no such record", remedy });
  }
  return row;
}

export const withdrawn = (): ServiceError =>
  new ServiceError({
    status: 410,
    code: "Withdrawn",
    fault: "The owner has taken this record back",
    remedy: "Ask the owner for another",
  });

export interface RecordFilter {
  readonly document?: string;
  readonly pool?: string;
  readonly owner?: string;
  readonly before?: string; // address of a record: only those behind it in the list
}

/**
 * The newest records that fit.
 * @throws ServiceError 404 NoSuchRecord
 */
export async function listRecords(queries: Queries, filter: RecordFilter): Promise<readonly UrlRecord[]> {
  const { document, pool, owner, before } = filter;
  const wanted = Object.entries({ document, pool, owner }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const conditions = ["withdrawn_at IS NULL", ...wanted.map(([column]) => `${column} = ?`)];
  const values: Value[] = wanted.map(([, value]) => value);
  if (before !== undefined) {
    const { cid, created_at: at } = await rowOf(queries, before);
    conditions.push("(created_at < ? OR (created_at = ? AND cid > ?))");
    values.push(at, at, cid);
  }
  const sql = `SELECT * FROM store_records WHERE ${conditions.join(" AND ")} ORDER BY created_at DESC, cid LIMIT ?`;
  return (await queries.query<RecordRow>(sql, [...values, RECORDS_AT_ONCE])).map(toRecord);
}
