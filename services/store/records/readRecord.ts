import type { UrlRecord } from "#sdk/store/wire.ts";
import type { Queries, Value } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { type RecordRow, toRecord } from "./RecordRow.ts";

const LONGEST_LIST = 100;

/** @throws ServiceError 404 NoSuchRecord, 410 Withdrawn */
export async function readRecord(queries: Queries, cid: string): Promise<RecordRow> {
  const [row] = await queries.query<RecordRow>("SELECT * FROM store_records WHERE cid = ?", [cid]);
  if (row === undefined) {
    const remedy = "Look it up with GET /records";
    throw new ServiceError({ status: 404, code: "NoSuchRecord", fault: "There is no such record", remedy });
  }
  if (row.withdrawn_at !== null) throw withdrawn();
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
}

/** The newest records that fit. */
export async function listRecords(queries: Queries, filter: RecordFilter): Promise<readonly UrlRecord[]> {
  const { document, pool, owner } = filter;
  const wanted = Object.entries({ document, pool, owner }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const conditions = ["withdrawn_at IS NULL", ...wanted.map(([column]) => `${column} = ?`)].join(" AND ");
  const values: readonly Value[] = [...wanted.map(([, value]) => value), LONGEST_LIST];
  const sql = `SELECT * FROM store_records WHERE ${conditions} ORDER BY created_at DESC, cid LIMIT ?`;
  return (await queries.query<RecordRow>(sql, values)).map(toRecord);
}
