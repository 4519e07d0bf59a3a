import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { MeterError } from "../MeterError.ts";
import {
  type Reader,
  malformed,
  readByte,
  readCount,
  readS33,
  readU32,
  skipBytes,
  skipSigned,
} from "../binary/Reader.ts";
import { checkValueType } from "../module/checkValueType.ts";
import { INSTRUCTIONS, type Immediate, type Instruction } from "./INSTRUCTIONS.ts";
import { refusedInstruction } from "./refusedInstruction.ts";

/** One instruction where it stands. */
export interface Read {
  readonly opcode: number;
  readonly instruction: Instruction;
  readonly start: number;
  readonly end: number;
  /** Its first number: a block's type, a label, or the index of a function, type, local or global; else 0. */
  readonly value: number;
  /** All targets of a br_table, the default last. */
  readonly labels?: readonly number[];
}

/** Reads the next instruction, or refuses it. */
export function readInstruction(reader: Reader): Read {
  const start = reader.at;
  const first = readByte(reader);
  const opcode = first === 0xfc ? 0xfc00 + readU32(reader) : first;
  const instruction = INSTRUCTIONS.get(opcode);
  if (instruction === undefined) throw refusedInstruction(opcode, start);
  const read = readImmediate(reader, instruction.immediate);
  const place = { opcode, instruction, start, end: reader.at };
  return typeof read === "number" ? { ...place, value: read } : { ...place, value: 0, labels: read };
}

function readImmediate(reader: Reader, immediate: Immediate): number | readonly number[] {
  switch (immediate) {
    case "none":
      return 0;
    case "block":
      return readBlockType(reader);
    case "label":
    case "function":
    case "local":
    case "global":
      return readU32(reader);
    case "labels":
      return readLabels(reader);
    default:
      return readRest(reader, immediate);
  }
}

function readRest(reader: Reader, immediate: Immediate): number {
  switch (immediate) {
    case "i32":
      skipSigned(reader, 32);
      return 0;
    case "i64":
      skipSigned(reader, 64);
      return 0;
    case "f32":
      skipBytes(reader, 4);
      return 0;
    case "f64":
      skipBytes(reader, 8);
      return 0;
    case "access":
      return readAccess(reader);
    case "select":
      return readSelect(reader);
    case "type":
      return readPair(reader);
    case "data":
    case "element":
      return readU32(reader);
    case "memory":
      return readMemory(reader);
    default:
      return readBulk(reader, immediate);
  }
}

function readBulk(reader: Reader, immediate: Immediate): number {
  const value = readU32(reader);
  if (immediate === "data, memory") return readMemory(reader);
  const second = readU32(reader);
  if (immediate === "memories" && value + second > 0) throw manyMemories(reader.at);
  return value;
}

/** An empty type as -64, a value type as its negative code, or the index of a function type. */
function readBlockType(reader: Reader): number {
  const at = reader.at;
  const value = readS33(reader);
  if (value < 0 && value !== -64) checkValueType(value + 128, at);
  return value;
}

function readLabels(reader: Reader): number[] {
  const count = readCount(reader, LIMITS_V1.branches, "targets of a br_table");
  const labels: number[] = [];
  for (let i = 0; i <= count; i++) labels.push(readU32(reader));
  return labels;
}

/** Alignment and offset; bit 6 of the first would name another memory. */
function readAccess(reader: Reader): number {
  const at = reader.at;
  if (readU32(reader) >= 0x40) throw manyMemories(at);
  readU32(reader);
  return 0;
}

function readSelect(reader: Reader): number {
  const at = reader.at;
  if (readU32(reader) !== 1) throw malformed(at, "a select has one type");
  checkValueType(readByte(reader), at);
  return 0;
}

function readPair(reader: Reader): number {
  const value = readU32(reader);
  readU32(reader);
  return value;
}

function readMemory(reader: Reader): number {
  if (readU32(reader) !== 0) throw manyMemories(reader.at);
  return 0;
}

function manyMemories(at: number): MeterError {
  return new MeterError("ManyMemories", `Byte ${at}: a second memory is used`, "Keep everything in one memory");
}
