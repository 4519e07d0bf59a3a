import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { MeterError } from "../MeterError.ts";
import { type Reader, malformed, readByte, readU32, tooLarge } from "../binary/Reader.ts";
import type { Limits } from "./Guest.ts";

const FUNCREF = 0x70;

/** Bits of the byte before limits. */
const HAS_MOST = 1;
const SHARED = 2;
const WIDE = 4;
const PAGE_SIZE = 8;

/**
 * Limits of a memory, in pages of 64 KiB.
 * @throws MeterError TooLarge, SharedMemory, Memory64, PageSize, Malformed
 */
export function readMemory(reader: Reader): Limits {
  const limits = readLimits(reader);
  if (limits.least > LIMITS_V1.memoryPages) throw tooLarge(`pages of memory: ${limits.least}`, LIMITS_V1.memoryPages);
  return limits;
}

/**
 * Limits of a table of functions, in entries.
 * @throws MeterError UnsupportedType, SharedMemory, Memory64, PageSize, Malformed
 */
export function readTable(reader: Reader): Limits {
  const at = reader.at;
  if (readByte(reader) === FUNCREF) return readLimits(reader);
  throw new MeterError("UnsupportedType", `Byte ${at}: a table of something else than functions`, "Use plain tables");
}

function readLimits(reader: Reader): Limits {
  const at = reader.at;
  const flags = readByte(reader);
  if (flags > 15) throw malformed(at, `limits of kind ${flags}`);
  if (flags & SHARED) throw refused("SharedMemory", at, "shared memory", "Compile without threads");
  if (flags & WIDE) throw refused("Memory64", at, "64-bit memory", "Compile for wasm32");
  if (flags & PAGE_SIZE) throw refused("PageSize", at, "a page size of its own", "Use pages of 64 KiB");
  const least = readU32(reader);
  return flags & HAS_MOST ? { least, most: readU32(reader) } : { least };
}

function refused(code: "SharedMemory" | "Memory64" | "PageSize", at: number, what: string, remedy: string): MeterError {
  return new MeterError(code, `Byte ${at}: ${what}`, remedy);
}
