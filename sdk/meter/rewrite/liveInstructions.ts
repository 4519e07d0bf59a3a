import type { Reader } from "../binary/Reader.ts";
import { OP } from "../instructions/OP.ts";
import { type Read, readInstruction } from "../instructions/readInstruction.ts";

/** After these nothing is reached before the next `else` or `end` of the same block. */
const LEAVING: readonly number[] = [OP.unreachable, OP.br, OP.brTable, OP.return];
const OPENING: readonly number[] = [OP.block, OP.loop, OP.if];

/** The instructions of a function that can be reached, with every `else` and `end` of a block that is. */
export function* liveInstructions(reader: Reader): Generator<Read> {
  while (reader.at < reader.end) {
    const read = readInstruction(reader);
    yield read;
    if (LEAVING.includes(read.opcode)) yield skipDead(reader);
  }
}

function skipDead(reader: Reader): Read {
  for (let depth = 0; ;) {
    const read = readInstruction(reader);
    if (depth === 0 && (read.opcode === OP.else || read.opcode === OP.end)) return read;
    if (OPENING.includes(read.opcode)) depth++;
    if (read.opcode === OP.end) depth--;
  }
}
