import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { MeterError } from "../MeterError.ts";
import { type Reader, malformed, readByte, readCount } from "../binary/Reader.ts";
import type { FunctionType } from "./Guest.ts";
import { checkValueType } from "./checkValueType.ts";

const FUNCTION = 0x60;
/** Structures, arrays, groups and subtypes. */
const OTHERS = [0x5f, 0x5e, 0x5d, 0x50, 0x4f, 0x4e];

/** Reads one entry of the type section, which has to be a function's. */
export function readType(reader: Reader): FunctionType {
  const at = reader.at;
  const form = readByte(reader);
  if (OTHERS.includes(form)) {
    const remedy = "Compile without garbage collection";
    throw new MeterError("UnsupportedType", `Byte ${at}: a type other than a function's`, remedy);
  }
  if (form !== FUNCTION) throw malformed(at, `no type of form 0x${form.toString(16)}`);
  return { params: readValueTypes(reader, "parameters"), results: readValueTypes(reader, "results") };
}

function readValueTypes(reader: Reader, what: string): number[] {
  const count = readCount(reader, LIMITS_V1.parameters, what);
  return Array.from({ length: count }, () => {
    const at = reader.at;
    const type = readByte(reader);
    checkValueType(type, at);
    return type;
  });
}
