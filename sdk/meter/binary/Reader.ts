import { MeterError } from "../MeterError.ts";

/** A place in a binary; every read moves it on and none leaves [0, end). */
export interface Reader {
  readonly bytes: Uint8Array;
  readonly end: number;
  at: number;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const REMEDY = "Build the module again and send the file whole";

/** The error for a binary that is broken at a byte. */
export function malformed(at: number, fault: string): MeterError {
  return new MeterError("Malformed", `Byte ${at}: ${fault}`, REMEDY);
}

/** A reader of the next `length` bytes; the outer one moves behind them. */
export function readPart(reader: Reader, length: number): Reader {
  const start = reader.at;
  if (length > reader.end - start)
    throw malformed(start, `${length} bytes are announced, ${reader.end - start} are left`);
  reader.at += length;
  return { bytes: reader.bytes, at: start, end: reader.at };
}

/** @throws MeterError Malformed, at the end */
export function readByte(reader: Reader): number {
  if (reader.at >= reader.end) throw malformed(reader.at, "the file ends too soon");
  return reader.bytes[reader.at++] as number;
}

/** LEB128 of at most five bytes and 32 bits. */
export function readU32(reader: Reader): number {
  const start = reader.at;
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = readByte(reader);
    if (shift === 28 && byte > 0x0f) break;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
  throw malformed(start, "a number is longer than 32 bits");
}

/** Signed LEB128 of at most 33 bits, as a block's type is written. */
export function readS33(reader: Reader): number {
  const start = reader.at;
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = readByte(reader);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return byte & 0x40 ? value - 2 ** (shift + 7) : value;
  }
  throw malformed(start, "a number is longer than 33 bits");
}

/** Moves behind a signed LEB128 of at most `bits`. */
export function skipSigned(reader: Reader, bits: number): void {
  const start = reader.at;
  for (let shift = 0; shift < bits; shift += 7) if (readByte(reader) < 0x80) return;
  throw malformed(start, `a number is longer than ${bits} bits`);
}

/** Moves behind `count` bytes. */
export function skipBytes(reader: Reader, count: number): void {
  readPart(reader, count);
}

/** The number of entries that follow. Each takes a byte at least, so an announced flood is refused before it is read. */
export function readCount(reader: Reader, most: number, what: string): number {
  const start = reader.at;
  const count = readU32(reader);
  if (count > most) throw tooLarge(`${what}: ${count}`, most);
  if (count > reader.end - reader.at) throw malformed(start, `${count} ${what} are announced in too few bytes`);
  return count;
}

/** A name in UTF-8 of at most `most` bytes, behind its length. */
export function readName(reader: Reader, most: number): string {
  const part = readPart(reader, readCount(reader, most, "bytes of a name"));
  try {
    return UTF8.decode(part.bytes.subarray(part.at, part.end));
  } catch {
    throw malformed(part.at, "a name is not UTF-8");
  }
}

/** The error for a module with more of something than the meter's limits allow. */
export function tooLarge(what: string, most: number): MeterError {
  return new MeterError("TooLarge", `The module is too large: ${what}, at most ${most}`, "Make the program smaller");
}
