import { malformed } from "../binary/Reader.ts";
import { MeterError } from "../MeterError.ts";

/** i32, i64, f32, f64 */
const NUMBERS = [0x7f, 0x7e, 0x7d, 0x7c];
/** v128, and everything that refers to something */
const KNOWN = [0x7b, 0x74, 0x73, 0x72, 0x71, 0x70, 0x6f, 0x6e, 0x6d, 0x6c, 0x6b, 0x6a, 0x69, 0x64, 0x63];

/** Throws unless a byte names one of the four number types. */
export function checkValueType(type: number, at: number): void {
  if (NUMBERS.includes(type)) return;
  if (!KNOWN.includes(type)) throw malformed(at, `no value type 0x${type.toString(16)}`);
  throw new MeterError(
    "UnsupportedType",
    `Byte ${at}: a value of type 0x${type.toString(16)}`,
    "Use i32, i64, f32 and f64 only",
  );
}
