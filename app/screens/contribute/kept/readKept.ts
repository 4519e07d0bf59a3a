import type { Field } from "#sdk/data/table.ts";
import type { Kept } from "./Kept.ts";

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const BYTES32 = /^0x[0-9a-f]{64}$/;
const TYPES = new Set(["number", "integer", "boolean", "date", "text"]);

const isText = (value: unknown, pattern: RegExp): value is string => typeof value === "string" && pattern.test(value);

const isField = (value: unknown): value is Field => {
  const { name, type, nullable } = (value ?? {}) as Partial<Field>;
  return typeof name === "string" && TYPES.has(String(type)) && typeof nullable === "boolean";
};

const listOf = <T>(value: unknown, is: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(is);

/** Something that was kept, if all of it is as it must be. */
export function readKept(value: unknown): Kept | undefined {
  const kept = (value ?? {}) as Partial<Kept>;
  const isSound =
    isText(kept.pool, ADDRESS) &&
    isText(kept.provider, ADDRESS) &&
    isText(kept.digest, BYTES32) &&
    isText(kept.secret, BYTES32) &&
    isText(kept.contentRoot, BYTES32) &&
    listOf(kept.files, (one): one is string => typeof one === "string") &&
    listOf(kept.fields, isField) &&
    Number.isSafeInteger(kept.records) &&
    (kept.contentTag === undefined || isText(kept.contentTag, BYTES32)) &&
    (kept.device === undefined || (isText(kept.device?.publicKey, BYTES32) && isText(kept.device.privateKey, BYTES32)));
  if (!isSound) return undefined;
  const { pool, provider, digest, secret, contentRoot, files, fields, records, contentTag, device } = kept as Kept;
  const always = { pool, provider, digest, secret, contentRoot, files, fields, records };
  return { ...always, ...(contentTag && { contentTag }), ...(device && { device }) };
}
