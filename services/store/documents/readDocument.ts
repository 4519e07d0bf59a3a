import type { AuthorshipRecord } from "#sdk/store/wire.ts";
import type { Queries } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";

/**
 * The canonical text of a document.
 * @throws ServiceError 404 NoSuchDocument
 */
export async function readDocument(queries: Queries, cid: string): Promise<string> {
  const [row] = await queries.query<{ body: string }>("SELECT body FROM store_documents WHERE cid = ?", [cid]);
  if (row !== undefined) return row.body;
  const remedy = "Look for it on IPFS, or in another store";
  throw new ServiceError({ status: 404, code: "NoSuchDocument", fault: "There is no such document", remedy });
}

interface AuthorshipRow {
  readonly author: string;
  readonly pool: string;
  readonly content_tag: string;
  readonly role: AuthorshipRecord["role"];
  readonly signature: string;
  readonly published_at: number;
}

const LONGEST_LIST = 100;

/**
 * Who signed a document, the first signature first.
 * @throws ServiceError 404 NoSuchDocument
 */
export async function readAuthors(queries: Queries, cid: string): Promise<AuthorshipRecord[]> {
  const sql = "SELECT * FROM store_authorships WHERE cid = ? ORDER BY published_at, author, pool, content_tag LIMIT ?";
  const rows = await queries.query<AuthorshipRow>(sql, [cid, LONGEST_LIST]);
  if (rows.length === 0) await readDocument(queries, cid);
  return rows.map(({ author, pool, content_tag: contentTag, role, signature, published_at: publishedAt }) => ({
    author,
    pool,
    contentTag,
    role,
    signature,
    publishedAt,
  }));
}
