import type { z } from "zod";
import type { Found, searchSchema } from "#sdk/store/wire.ts";
import type { Database, Dialect, Queries, Value } from "../../shared/database/index.ts";
import type { IndexedWords } from "./indexedWords.ts";
import { wordsOf } from "./wordsOf.ts";

type Search = z.output<typeof searchSchema>;

const MAX_WORDS = 20;

const INDEX = {
  sqlite: "INSERT INTO store_words (cid, name, keywords, rest) VALUES (?, ?, ?, ?)",
  postgres:
    "INSERT INTO store_words (cid, words) VALUES (?, setweight(to_tsvector('simple', ?), 'A') || " +
    "setweight(to_tsvector('simple', ?), 'B') || setweight(to_tsvector('simple', ?), 'D'))",
} as const;

/** How a dialect looks for all words, the last of which may be the beginning of one, and which match is better. */
const MATCH = {
  sqlite: {
    condition: "store_words MATCH ?",
    order: "bm25(store_words, 0, 10, 5, 1)",
    query: (words: readonly string[]) => `${words.map((word) => `"${word}"`).join(" ")}*`,
  },
  postgres: {
    condition: "store_words.words @@ to_tsquery('simple', ?)",
    order: "ts_rank(store_words.words, to_tsquery('simple', ?)) DESC",
    query: (words: readonly string[]) => `${words.map((word) => `'${word}'`).join(" & ")}:*`,
  },
} as const;

/** Lets a new document be found by its words. */
export async function indexWords(queries: Queries, dialect: Dialect, cid: string, words: IndexedWords): Promise<void> {
  await queries.run(INDEX[dialect], [cid, words.name, words.keywords, words.rest]);
}

/** Documents with their authors, in which all words occur, the best first; without words the newest first. */
export async function search(database: Database, { text = "", limit, offset, ...filter }: Search): Promise<Found[]> {
  const words = wordsOf(text).slice(0, MAX_WORDS);
  if (words.length === 0 && text.trim() !== "") return []; // nothing but signs
  const match = MATCH[database.dialect];
  const query = words.length === 0 ? [] : [match.query(words)];
  const wanted = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const conditions = [...query.map(() => match.condition), ...wanted.map(([column]) => `a.${column} = ?`)];
  const order = words.length === 0 ? "d.created_at DESC" : match.order;
  const sql = [
    "SELECT d.cid, d.name, d.description, a.author, a.pool, a.role FROM store_documents d",
    words.length === 0 ? "" : "JOIN store_words ON store_words.cid = d.cid",
    "JOIN store_authorships a ON a.cid = d.cid",
    conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`,
    `ORDER BY ${order}, d.cid, a.author, a.pool LIMIT ? OFFSET ?`,
  ].join(" ");
  const ranked = database.dialect === "postgres" ? query : [];
  const values: readonly Value[] = [...query, ...wanted.map(([, value]) => value), ...ranked, limit, offset];
  return [...(await database.query<Found>(sql, values))];
}
