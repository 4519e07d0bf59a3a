/** Bytes that grow at the end. */
export interface Writer {
  bytes: Uint8Array;
  length: number;
}

/** A writer with nothing written; `capacity` spares growing where a size is known. */
export function createWriter(capacity = 64): Writer {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

/** What was written so far. It shares the writer's memory: write no more while it is used. */
export function written(writer: Writer): Uint8Array {
  return writer.bytes.subarray(0, writer.length);
}

/** Appends bytes; the memory doubles where it has to grow. */
export function writeBytes(writer: Writer, bytes: ArrayLike<number>): void {
  const needed = writer.length + bytes.length;
  if (needed > writer.bytes.length) {
    const grown = new Uint8Array(Math.max(needed, writer.bytes.length * 2));
    grown.set(written(writer));
    writer.bytes = grown;
  }
  writer.bytes.set(bytes, writer.length);
  writer.length = needed;
}

/** Unsigned LEB128, shortest form. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    if (rest === 0) return [...bytes, byte];
    bytes.push(byte + 128);
  }
}

/** Signed LEB128, shortest form, of an integer that a double holds exactly. */
export function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const byte = ((rest % 128) + 128) % 128;
    rest = Math.floor(rest / 128);
    const last = (rest === 0 && byte < 64) || (rest === -1 && byte >= 64);
    if (last) return [...bytes, byte];
    bytes.push(byte + 128);
  }
}

/** A vector: how many, then the entries. */
export function vector(entries: readonly ArrayLike<number>[]): Uint8Array {
  const writer = createWriter();
  writeBytes(writer, leb(entries.length));
  for (const entry of entries) writeBytes(writer, entry);
  return written(writer);
}

/** Bytes behind their number. */
export function sized(bytes: ArrayLike<number>): Uint8Array {
  const writer = createWriter(bytes.length + 5);
  writeBytes(writer, leb(bytes.length));
  writeBytes(writer, bytes);
  return written(writer);
}
