import { F32, F64, I32, I64 } from "./binary.ts";

const BYTES: Readonly<Record<string, number>> = { i32: I32, i64: I64, f32: F32, f64: F64 };
const COMPARES = /\.(eqz|eq|ne|[lg][te](_[su])?)$/;

/** What a plain instruction takes and gives, read off its name: "i64.extend_i32_s" takes an i32. */
export function typesOf(name: string): { readonly operand: string; readonly result: string } {
  const own = name.slice(0, 3);
  const operand = /_([if](32|64))(_|$)/.exec(name)?.[1] ?? own;
  return { operand, result: COMPARES.test(name) ? "i32" : own };
}

export const byteOf = (type: string): number => BYTES[type]!;

/** Operands at the edges of each type. */
export const EDGES: Readonly<Record<string, readonly string[]>> = {
  i32: ["0", "1", "-1", "7", "2147483647", "-2147483648"],
  i64: ["0", "1", "-1", "7", "9223372036854775807", "-9223372036854775808"],
  f32: ["0", "-0", "1.5", "-2.5", "NaN", "Infinity", "-2147483648", "4294967296"],
  f64: ["0", "-0", "1.5", "-2.5", "NaN", "-Infinity", "2147483647.5", "-9223372036854775808", "1e308"],
};
