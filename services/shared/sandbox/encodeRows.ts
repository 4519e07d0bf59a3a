import { parseDate } from "#sdk/data/parseDate.ts";
import type { Cell, Field, Row } from "#sdk/data/table.ts";
import type { Program } from "./Sandbox.ts";

const KIND = { numbers: 1, texts: 2 } as const;
const MISSING = 0xffff_ffff;
const NAN = 0x7ff8_0000_0000_0000n; // one NaN for all machines

/** Rows in the form that the program's kind reads, see docs/spec/guest.md. */
export function encodeRows({ kind, fields }: Program, rows: readonly Row[]): Uint8Array {
  return kind === "javascript" ? encodeObjects(fields, rows) : encodeColumns(fields, rows);
}

/** JSON text in UTF-8: a list of objects whose names are those of the fields. */
function encodeObjects(fields: readonly Field[], rows: readonly Row[]): Uint8Array {
  const names = fields.map(({ name }) => `${JSON.stringify(name)}:`);
  const texts = rows.map(
    (row) => `{${names.map((name, column) => name + JSON.stringify(row[column] ?? null)).join()}}`,
  );
  return new TextEncoder().encode(`[${texts.join()}]`);
}

/**
 * Little-endian columns: uint32 rows, uint32 columns, then per column uint32 kind and uint32 offset of its cells from
 * the start. Numbers, truth values (1 and 0) and dates (unix seconds) are float64, NaN if missing or not what the field
 * declares; texts are uint32 offset and uint32 length of UTF-8, the offset all ones if missing.
 */
function encodeColumns(fields: readonly Field[], rows: readonly Row[]): Uint8Array {
  const head = 8 + 8 * fields.length;
  const width = 8 * rows.length;
  const texts = fields.map(({ type }, column) =>
    type === "text" ? rows.map((row) => textOf(row[column] ?? null)) : undefined,
  );
  const tail = texts.flat().reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const bytes = new Uint8Array(head + width * fields.length + tail);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  view.setUint32(4, fields.length, true);
  let free = head + width * fields.length;
  fields.forEach((field, column) => {
    const start = head + width * column;
    const own = texts[column];
    view.setUint32(8 + 8 * column, own === undefined ? KIND.numbers : KIND.texts, true);
    view.setUint32(12 + 8 * column, start, true);
    rows.forEach((row, index) => {
      const at = start + 8 * index;
      if (own === undefined) return setNumber(view, at, numberOf(row[column] ?? null, field));
      const text = own[index];
      view.setUint32(at, text === undefined ? MISSING : free, true);
      view.setUint32(at + 4, text?.length ?? 0, true);
      bytes.set(text ?? [], free);
      free += text?.length ?? 0;
    });
  });
  return bytes;
}

function textOf(cell: Cell): Uint8Array | undefined {
  return cell === null ? undefined : new TextEncoder().encode(String(cell));
}

function numberOf(cell: Cell, field: Field): number | undefined {
  if (field.type === "date") return typeof cell === "string" ? parseDate(cell) : undefined;
  if (typeof cell === "boolean") return Number(cell);
  return typeof cell === "number" && Number.isFinite(cell) ? cell : undefined;
}

function setNumber(view: DataView, at: number, value: number | undefined): void {
  if (value === undefined) view.setBigUint64(at, NAN, true);
  else view.setFloat64(at, value, true);
}
