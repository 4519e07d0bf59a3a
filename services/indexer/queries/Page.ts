import { ServiceError } from "../../shared/http/index.ts";

/** Which part of a list is asked for. */
export interface PageParams {
  readonly limit: number;
  readonly cursor?: string; // `next` of the page before
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null; // null: this was the last
}

type Key = readonly (string | number)[];

const KINDS = {
  text: (value: unknown) => typeof value === "string" && !value.includes("\0"), // which no text of Postgres holds
  integer: (value: unknown) => Number.isSafeInteger(value),
  real: (value: unknown) => Number.isFinite(value),
} as const;

/** What a place in a list consists of, as the columns are that it is held against. */
export type CursorKind = keyof typeof KINDS;

/** Where a page ended, for `next`. */
const toCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString("base64url");

/**
 * Where the page before ended.
 * @throws ServiceError 400 InvalidCursor
 */
export function fromCursor(cursor: string, shape: readonly CursorKind[]): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const fits = Array.isArray(key) && key.length === shape.length && shape.every((kind, i) => KINDS[kind](key[i]));
    if (fits) return key as Key;
  } catch {
    // told below
  }
  throw new ServiceError({
    status: 400,
    code: "InvalidCursor",
    fault: "The cursor is none that this list gave",
    remedy: "Give `next` of the page before, or no cursor",
    issues: [{ in: "query", pointer: "/cursor", fault: "not a cursor of this list" }],
  });
}

/** A page of rows of which one more than `limit` was asked for. */
export function toPage<R, T>(rows: readonly R[], limit: number, give: (row: R) => T, keyOf: (row: R) => Key): Page<T> {
  const some = rows.slice(0, limit);
  const last = some.at(-1);
  return { items: some.map(give), next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
}
