import type { z } from "zod";
import { digestToCid } from "#sdk/metadata/cid.ts";
import { canonicalMetadata } from "#sdk/metadata/canonicalMetadata.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { MetadataError } from "#sdk/metadata/MetadataError.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { validateMetadata } from "#sdk/metadata/validateMetadata.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { authorshipMessage } from "#sdk/store/authorshipMessage.ts";
import type { publicationSchema, publishedSchema } from "#sdk/store/wire.ts";
import type { Queries } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";
import type { StoreContext } from "../StoreContext.ts";
import { indexWords } from "./search.ts";
import { indexedWords } from "./indexedWords.ts";

type Publication = z.output<typeof publicationSchema>;
type Published = z.output<typeof publishedSchema>;

/**
 * Keeps a document with its author's signature. The same again changes nothing but the author's role, which is asked of
 * the chain anew.
 * @throws ServiceError 400 InvalidMetadata, 401 NotSigned, 409 QuotaReached, 422 UnknownPool, 503 ChainUnavailable
 */
export async function publishDocument(context: StoreContext, publication: Publication): Promise<Published> {
  const document = validated(publication.document);
  const digest = metadataDigest(document);
  await requireSignature(context, publication, digest);
  const role = await context.chain.roleOf(publication);
  const cid = digestToCid(digest);
  await context.database.transaction(async (queries) => {
    await requireRoom(queries, publication.author, context.quotas.documentsPerAuthor);
    await insertDocument(context, queries, cid, document);
    await insertAuthorship(context, queries, { ...publication, cid, role });
  });
  return { cid, digest, role };
}

function validated(document: unknown): DatasetDocument {
  try {
    return validateMetadata(document);
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    const issues = error.issues.map(
      ({ pointer, fault, remedy }) => ({ in: "body", pointer: `/document${pointer}`, fault, remedy }) as const,
    );
    const remedy = "Correct what the issues name";
    throw new ServiceError({
      status: 400,
      code: "InvalidMetadata",
      fault: "The document cannot be accepted",
      remedy,
      issues,
    });
  }
}

async function requireSignature({ chain }: StoreContext, publication: Publication, digest: string): Promise<void> {
  const { author, signature } = publication;
  const signed = digestOf(authorshipMessage(chain.chainId, { ...publication, digest }));
  if (await chain.isSignedBy({ account: author, digest: signed, signature })) return;
  const remedy = "Sign the Authorship of this very document, pool and contribution";
  throw new ServiceError({ status: 401, code: "NotSigned", fault: `${author} did not sign this document`, remedy });
}

async function requireRoom(queries: Queries, author: string, most: number): Promise<void> {
  const sql = "SELECT count(*) AS count FROM store_authorships WHERE author = ?";
  const [row] = await queries.query<{ count: number }>(sql, [author]);
  if ((row?.count ?? 0) < most) return;
  const fault = `You have ${most} documents here, as many as this store keeps for one author`;
  throw new ServiceError({ status: 409, code: "QuotaReached", fault, remedy: "Use another store" });
}

async function insertDocument(
  { database, now }: StoreContext,
  queries: Queries,
  cid: string,
  document: DatasetDocument,
): Promise<void> {
  const sql =
    "INSERT INTO store_documents (cid, body, name, description, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (cid) DO NOTHING";
  const body = new TextDecoder().decode(canonicalMetadata(document));
  const values = [cid, body, plain(document.name), plain(document.description), now()];
  if ((await queries.run(sql, values)) > 0) await indexWords(queries, database.dialect, cid, indexedWords(document));
}

interface Authored extends Publication {
  readonly cid: string;
  readonly role: string;
}

async function insertAuthorship({ now }: StoreContext, queries: Queries, authored: Authored): Promise<void> {
  const { cid, author, pool, contentTag, role, signature } = authored;
  const sql =
    "INSERT INTO store_authorships (cid, author, pool, content_tag, role, signature, published_at) VALUES (?, ?, ?, ?, ?, ?, ?) " +
    "ON CONFLICT (cid, author, pool, content_tag) DO UPDATE SET role = excluded.role";
  await queries.run(sql, [cid, author, pool, contentTag, role, signature, now()]);
}

/** Without control characters: Postgres keeps no NUL in a text. The document itself has them escaped. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, " ");
