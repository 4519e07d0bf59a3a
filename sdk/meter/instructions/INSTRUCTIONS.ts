/** What follows the opcode in the file. */
export type Immediate =
  | "none"
  | "block"
  | "label"
  | "labels"
  | "function"
  | "type"
  | "select"
  | "local"
  | "global"
  | "access"
  | "memory"
  | "i32"
  | "i64"
  | "f32"
  | "f64"
  | "data"
  | "data, memory"
  | "memories"
  | "element"
  | "element, table"
  | "tables";

/** How an instruction treats the bits of a NaN. */
export type NanRole =
  | "" // it moves or shows them
  | "never" // its result is a float and no NaN
  | "blind" // its result is the same for every NaN
  | "f32" // blind, and a NaN that it gives has bits of the engine's choice
  | "f64";

export interface Instruction {
  readonly name: string;
  readonly price: number; // gas
  readonly takes: number; // operands; those of control, calls and the like depend on types
  readonly gives: number;
  readonly immediate: Immediate;
  readonly nan: NanRole;
}

/** First opcode, names of it and the next ones, price, operands taken and given, immediate, NaN. */
type Group = readonly [first: number, names: string, price: number, arity: `${number}>${number}`, Immediate?, NanRole?];

const FREE = 0;
const SIMPLE = 1;
const MEMORY = 2; // a load, store or global
const FLOAT = 2;
const ROUND = 3;
const SLOW = 8; // division and square root
const CALL = 8;
const INDIRECT = 12;
const BULK = 20; // and by size

const PREFIX = 0xfc00;

const GROUPS: readonly Group[] = [
  [0x00, "unreachable nop", FREE, "0>0"],
  [0x02, "block", FREE, "0>0", "block"],
  [0x03, "loop", SIMPLE, "0>0", "block"],
  [0x04, "if", SIMPLE, "1>0", "block"],
  [0x05, "else", FREE, "0>0"],
  [0x0b, "end", FREE, "0>0"],
  [0x0c, "br", SIMPLE, "0>0", "label"],
  [0x0d, "br_if", SIMPLE, "1>0", "label"],
  [0x0e, "br_table", MEMORY, "1>0", "labels"],
  [0x0f, "return", SIMPLE, "0>0"],
  [0x10, "call", CALL, "0>0", "function"],
  [0x11, "call_indirect", INDIRECT, "1>0", "type"],
  [0x1a, "drop", SIMPLE, "1>0", "none", "blind"],
  [0x1b, "select", SIMPLE, "3>1"],
  [0x1c, "select_t", SIMPLE, "3>1", "select"],
  [0x20, "local.get", SIMPLE, "0>1", "local"],
  [0x21, "local.set", SIMPLE, "1>0", "local"],
  [0x22, "local.tee", SIMPLE, "1>1", "local"],
  [0x23, "global.get", MEMORY, "0>1", "global"],
  [0x24, "global.set", MEMORY, "1>0", "global"],
  [0x28, "i32.load i64.load f32.load f64.load", MEMORY, "1>1", "access"],
  [0x2c, "i32.load8_s i32.load8_u i32.load16_s i32.load16_u", MEMORY, "1>1", "access"],
  [0x30, "i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u", MEMORY, "1>1", "access"],
  [0x36, "i32.store i64.store f32.store f64.store i32.store8 i32.store16", MEMORY, "2>0", "access"],
  [0x3c, "i64.store8 i64.store16 i64.store32", MEMORY, "2>0", "access"],
  [0x3f, "memory.size", MEMORY, "0>1", "memory"],
  [0x40, "memory.grow", BULK, "1>1", "memory"],
  [0x41, "i32.const", SIMPLE, "0>1", "i32"],
  [0x42, "i64.const", SIMPLE, "0>1", "i64"],
  [0x43, "f32.const", SIMPLE, "0>1", "f32"],
  [0x44, "f64.const", SIMPLE, "0>1", "f64"],
  [0x45, "i32.eqz", SIMPLE, "1>1"],
  [0x46, "i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u", SIMPLE, "2>1"],
  [0x50, "i64.eqz", SIMPLE, "1>1"],
  [0x51, "i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u", SIMPLE, "2>1"],
  [0x5b, "f32.eq f32.ne f32.lt f32.gt f32.le f32.ge", SIMPLE, "2>1", "none", "blind"],
  [0x61, "f64.eq f64.ne f64.lt f64.gt f64.le f64.ge", SIMPLE, "2>1", "none", "blind"],
  [0x67, "i32.clz i32.ctz i32.popcnt", SIMPLE, "1>1"],
  [0x6a, "i32.add i32.sub i32.mul", SIMPLE, "2>1"],
  [0x6d, "i32.div_s i32.div_u i32.rem_s i32.rem_u", SLOW, "2>1"],
  [0x71, "i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr", SIMPLE, "2>1"],
  [0x79, "i64.clz i64.ctz i64.popcnt", SIMPLE, "1>1"],
  [0x7c, "i64.add i64.sub i64.mul", SIMPLE, "2>1"],
  [0x7f, "i64.div_s i64.div_u i64.rem_s i64.rem_u", SLOW, "2>1"],
  [0x83, "i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr", SIMPLE, "2>1"],
  [0x8b, "f32.abs f32.neg", SIMPLE, "1>1"],
  [0x8d, "f32.ceil f32.floor f32.trunc f32.nearest", ROUND, "1>1", "none", "f32"],
  [0x91, "f32.sqrt", SLOW, "1>1", "none", "f32"],
  [0x92, "f32.add f32.sub f32.mul", FLOAT, "2>1", "none", "f32"],
  [0x95, "f32.div", SLOW, "2>1", "none", "f32"],
  [0x96, "f32.min f32.max", ROUND, "2>1", "none", "f32"],
  [0x98, "f32.copysign", SIMPLE, "2>1"],
  [0x99, "f64.abs f64.neg", SIMPLE, "1>1"],
  [0x9b, "f64.ceil f64.floor f64.trunc f64.nearest", ROUND, "1>1", "none", "f64"],
  [0x9f, "f64.sqrt", SLOW, "1>1", "none", "f64"],
  [0xa0, "f64.add f64.sub f64.mul", FLOAT, "2>1", "none", "f64"],
  [0xa3, "f64.div", SLOW, "2>1", "none", "f64"],
  [0xa4, "f64.min f64.max", ROUND, "2>1", "none", "f64"],
  [0xa6, "f64.copysign", SIMPLE, "2>1"],
  [0xa7, "i32.wrap_i64", SIMPLE, "1>1"],
  [0xa8, "i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u", ROUND, "1>1", "none", "blind"],
  [0xac, "i64.extend_i32_s i64.extend_i32_u", SIMPLE, "1>1"],
  [0xae, "i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u", ROUND, "1>1", "none", "blind"],
  [0xb2, "f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u", FLOAT, "1>1", "none", "never"],
  [0xb6, "f32.demote_f64", FLOAT, "1>1", "none", "f32"],
  [0xb7, "f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u", FLOAT, "1>1", "none", "never"],
  [0xbb, "f64.promote_f32", FLOAT, "1>1", "none", "f64"],
  [0xbc, "i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64", SIMPLE, "1>1"],
  [0xc0, "i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s", SIMPLE, "1>1"],
  [PREFIX + 0x00, "i32.trunc_sat_f32_s i32.trunc_sat_f32_u", ROUND, "1>1", "none", "blind"],
  [PREFIX + 0x02, "i32.trunc_sat_f64_s i32.trunc_sat_f64_u", ROUND, "1>1", "none", "blind"],
  [PREFIX + 0x04, "i64.trunc_sat_f32_s i64.trunc_sat_f32_u", ROUND, "1>1", "none", "blind"],
  [PREFIX + 0x06, "i64.trunc_sat_f64_s i64.trunc_sat_f64_u", ROUND, "1>1", "none", "blind"],
  [PREFIX + 0x08, "memory.init", BULK, "3>0", "data, memory"],
  [PREFIX + 0x09, "data.drop", MEMORY, "0>0", "data"],
  [PREFIX + 0x0a, "memory.copy", BULK, "3>0", "memories"],
  [PREFIX + 0x0b, "memory.fill", BULK, "3>0", "memory"],
  [PREFIX + 0x0c, "table.init", BULK, "3>0", "element, table"],
  [PREFIX + 0x0d, "elem.drop", MEMORY, "0>0", "element"],
  [PREFIX + 0x0e, "table.copy", BULK, "3>0", "tables"],
];

/** Every instruction that a guest may use, by its opcode; those behind the prefix 0xfc by 0xfc00 + the second number. */
export const INSTRUCTIONS: ReadonlyMap<number, Instruction> = new Map(GROUPS.flatMap(instructionsOf));

function instructionsOf([first, names, price, arity, immediate = "none", nan = ""]: Group): [number, Instruction][] {
  const [takes = 0, gives = 0] = arity.split(">").map(Number);
  return names.split(" ").map((name, i) => [first + i, { name, price, takes, gives, immediate, nan }]);
}
