import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { MeterError } from "../MeterError.ts";
import { type Reader, readByte, readCount, readPart, readU32 } from "../binary/Reader.ts";
import { OP } from "../instructions/OP.ts";
import { readInstruction } from "../instructions/readInstruction.ts";
import { checkValueType } from "./checkValueType.ts";

/** Moves behind one constant and its `end`; what is computed or refers to something is refused. */
function skipConstant(reader: Reader): void {
  const at = reader.at;
  const { opcode } = readInstruction(reader);
  const isConstant = opcode >= OP.i32Const && opcode <= OP.f64Const;
  if (isConstant && readByte(reader) === OP.end) return;
  throw new MeterError("UnsupportedConstant", `Byte ${at}: an initial value that is no plain constant`, "Write it out");
}

/** Moves behind one global variable. */
export function skipGlobal(reader: Reader): void {
  const at = reader.at;
  checkValueType(readByte(reader), at);
  readByte(reader); // mutable or not; validation looks at it
  skipConstant(reader);
}

/** Moves behind one segment of functions; how many instantiation puts into a table. */
export function readElements(reader: Reader): number {
  const at = reader.at;
  const kind = readU32(reader);
  if (kind > 3) {
    const remedy = "List functions by their index";
    throw new MeterError("UnsupportedSegment", `Byte ${at}: a segment of expressions`, remedy);
  }
  if (kind === 2) readU32(reader);
  if (kind === 0 || kind === 2) skipConstant(reader);
  if (kind > 0) readByte(reader);
  const count = readCount(reader, LIMITS_V1.tableEntries, "entries of a segment");
  for (let i = 0; i < count; i++) readU32(reader);
  return kind === 0 || kind === 2 ? count : 0;
}

/** Moves behind one segment of bytes; how many instantiation copies into memory. */
export function readData(reader: Reader): number {
  const at = reader.at;
  const kind = readU32(reader);
  if (kind > 1) throw new MeterError("ManyMemories", `Byte ${at}: data for a memory by number`, "Use one memory");
  if (kind === 0) skipConstant(reader);
  const length = readU32(reader);
  readPart(reader, length);
  return kind === 0 ? length : 0;
}
