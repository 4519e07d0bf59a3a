import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { type Reader, malformed, readByte, readPart, readU32, tooLarge } from "../binary/Reader.ts";
import { OP } from "../instructions/OP.ts";
import { readInstruction } from "../instructions/readInstruction.ts";
import type { Body } from "./Guest.ts";
import { readLocals } from "./readLocals.ts";

/** Moves behind one function's code, refusing every instruction that is not listed, reached or not. */
export function scanBody(reader: Reader): Body {
  const size = readU32(reader);
  if (size > LIMITS_V1.bodyBytes) throw tooLarge(`bytes of a function: ${size}`, LIMITS_V1.bodyBytes);
  const body = readPart(reader, size);
  const start = body.at;
  readLocals(body);
  scanInstructions(body);
  return { start, end: body.end };
}

function scanInstructions(body: Reader): void {
  let depth = 1;
  while (depth > 0) {
    const { opcode } = readInstruction(body);
    if (opcode === OP.end) depth--;
    if (opcode === OP.block || opcode === OP.loop || opcode === OP.if) depth++;
    if (depth > LIMITS_V1.nesting) throw tooLarge("blocks in one another", LIMITS_V1.nesting);
  }
  if (body.at !== body.end) throw malformed(body.at, `0x${readByte(body).toString(16)} behind the end of a function`);
}
