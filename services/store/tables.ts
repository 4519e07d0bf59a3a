import type { Migrations } from "../shared/database/index.ts";

const TABLES = `
CREATE TABLE store_documents (
  cid TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE INDEX store_documents_by_age ON store_documents (created_at, cid);
CREATE TABLE store_authorships (
  cid TEXT NOT NULL REFERENCES store_documents (cid),
  author TEXT NOT NULL,
  pool TEXT NOT NULL,
  content_tag TEXT NOT NULL,
  role TEXT NOT NULL,
  signature TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (cid, author, pool, content_tag)
);
CREATE INDEX store_authorships_by_author ON store_authorships (author);
CREATE INDEX store_authorships_by_pool ON store_authorships (pool);
CREATE TABLE store_records (
  cid TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES store_documents (cid),
  pool TEXT NOT NULL,
  content_tag TEXT NOT NULL,
  mode TEXT NOT NULL,
  owner_seal TEXT,
  store_key TEXT,
  store_seal TEXT,
  request TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  withdrawn_at INTEGER
);
CREATE INDEX store_records_by_owner ON store_records (owner);
CREATE INDEX store_records_by_pool ON store_records (pool);
CREATE INDEX store_records_by_document ON store_records (document);
CREATE INDEX store_records_by_key ON store_records (store_key);
CREATE TABLE store_blobs (
  cid TEXT PRIMARY KEY,
  bytes BLOB NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE TABLE store_keys (
  id TEXT PRIMARY KEY,
  active INTEGER NOT NULL
);
CREATE TABLE store_nonces (
  nonce TEXT PRIMARY KEY,
  expires INTEGER NOT NULL
);
CREATE INDEX store_nonces_by_age ON store_nonces (expires);
CREATE TABLE store_requests (
  cid TEXT NOT NULL REFERENCES store_records (cid),
  account TEXT NOT NULL,
  device TEXT NOT NULL,
  nonce TEXT NOT NULL,
  origin TEXT NOT NULL,
  signature TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  sealed TEXT,
  PRIMARY KEY (cid, account, device)
);
`;

/** The words of documents: `name`, `keywords` and the rest count differently. */
const WORDS = {
  sqlite: "CREATE VIRTUAL TABLE store_words USING fts5 (cid UNINDEXED, name, keywords, rest)",
  postgres: `CREATE TABLE store_words (cid TEXT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX store_words_index ON store_words USING gin (words)`,
};

export const STORE_TABLES: Migrations = { name: "store", steps: [TABLES, WORDS] };
