import { MeterError, type MeterErrorCode } from "../MeterError.ts";

interface Family {
  readonly code: MeterErrorCode;
  readonly what: string;
  readonly opcodes: readonly number[];
}

const REMEDY = "Compile without that feature, for WebAssembly 1.0 with sign extension, bulk memory and multi-value";

const FAMILIES: readonly Family[] = [
  { code: "Simd", what: "vector instructions", opcodes: [0xfd] },
  { code: "Threads", what: "atomic instructions", opcodes: [0xfe] },
  { code: "Exceptions", what: "exceptions", opcodes: [0x06, 0x07, 0x08, 0x09, 0x0a, 0x18, 0x19, 0x1f] },
  { code: "TailCalls", what: "tail calls", opcodes: [0x12, 0x13, 0x15] },
  {
    code: "References",
    what: "instructions on references",
    opcodes: [0x14, 0x25, 0x26, 0xd0, 0xd1, 0xd2, 0xfc0f, 0xfc10, 0xfc11],
  },
  { code: "GarbageCollection", what: "garbage-collected values", opcodes: [0xd3, 0xd4, 0xd5, 0xd6, 0xfb] },
];

/** The error for an instruction that the meter does not take, with the extension of WebAssembly that it belongs to. */
export function refusedInstruction(opcode: number, at: number): MeterError {
  const family = FAMILIES.find(({ opcodes }) => opcodes.includes(opcode));
  const name = `0x${opcode.toString(16).padStart(2, "0")}`;
  if (family === undefined) return new MeterError("UnknownInstruction", `Byte ${at}: no instruction ${name}`, REMEDY);
  return new MeterError(family.code, `Byte ${at}: instruction ${name} belongs to ${family.what}`, REMEDY);
}
