import { FAULTS } from "../exportNames.ts";
import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { tooLarge } from "../binary/Reader.ts";
import { type Writer, createWriter, leb, vector, writeBytes, written } from "../binary/Writer.ts";
import { OP } from "../instructions/OP.ts";
import type { Read } from "../instructions/readInstruction.ts";
import type { Body, FunctionType, Guest } from "../module/Guest.ts";
import { readLocals } from "../module/readLocals.ts";
import { type Analysis, analyzeBody } from "./analyzeBody.ts";
import { liveInstructions } from "./liveInstructions.ts";
import type { Names } from "./Names.ts";
import {
  CANONICAL_F32,
  CANONICAL_F64,
  EMPTY_BLOCK,
  globalGet,
  globalSet,
  i32Const,
  i64Const,
  localGet,
  localSet,
  localTee,
  trapWith,
} from "./snippets.ts";

/** AMOUNT_PRICES_V1.eightBytes and .tableEntry are 1 gas, so a shift makes gas of bytes or entries. */
const BYTES = 3;
const ENTRIES = 0;

const [I32, I64, F32, F64] = [0x7f, 0x7e, 0x7d, 0x7c] as const;

/** The meter's own variables in a function, behind its own. */
interface Extra {
  readonly gas: number;
  readonly i32: number;
  readonly f32: number;
  readonly f64: number;
}

interface Rewriting {
  readonly guest: Guest;
  readonly names: Names;
  readonly analysis: Analysis;
  readonly extra: Extra;
  readonly out: Writer;
  depth: number; // open blocks
  segment: number; // the next to begin
}

/** What is rewritten, and into what. */
export interface Rewrite {
  readonly guest: Guest;
  readonly names: Names;
  readonly type: FunctionType;
  readonly body: Body;
  /** The type of a block that gives the function's results. */
  readonly resultType: readonly number[];
}

/** Writes one function again, so that it pays for itself. */
export function rewriteBody({ guest, names, type, body, resultType }: Rewrite): Uint8Array {
  const reader = { bytes: guest.bytes, at: body.start, end: body.end };
  const locals = readLocals(reader);
  const first = type.params.length + locals.count;
  const extra = { gas: first, i32: first + 1, f32: first + 2, f64: first + 3 };
  const analysis = analyzeBody(guest, type, body);
  const out = createWriter((body.end - body.start) * 3 + 64);
  const rewriting: Rewriting = { guest, names, analysis, extra, out, depth: 0, segment: 0 };
  const runs = [...locals.runs, ...[I64, I32, F32, F64].map((added) => [1, added] as const)];
  writeBytes(out, vector(runs.map(([count, run]) => leb(count).concat(run))));
  enter(rewriting);
  writeBytes(out, [OP.block, ...resultType]);
  for (const read of liveInstructions(reader)) rewrite(rewriting, read);
  leave(rewriting);
  if (out.length > LIMITS_V1.meteredBodyBytes)
    throw tooLarge("bytes of a metered function", LIMITS_V1.meteredBodyBytes);
  return written(out);
}

/* ENTRY AND EXIT */

function enter(rewriting: Rewriting): void {
  const { out, names, extra, analysis } = rewriting;
  writeBytes(out, [OP.block, EMPTY_BLOCK]);
  writeBytes(out, [...globalGet(names.gas), ...i64Const(nextSegment(rewriting)), OP.i64Sub, ...localTee(extra.gas)]);
  writeBytes(out, stopIfNegative(0));
  if (!analysis.calls) return;
  writeBytes(out, [...globalGet(names.stack), ...i32Const(analysis.frame), OP.i32Sub, ...localTee(extra.i32)]);
  writeBytes(out, [...i32Const(0), OP.i32LtS, ...trapWith(names.fault, FAULTS.stackExhausted)]);
  writeBytes(out, [...localGet(extra.i32), ...globalSet(names.stack)]);
}

function leave(rewriting: Rewriting): void {
  const { out, names, analysis } = rewriting;
  writeBytes(out, flush(rewriting));
  if (analysis.calls) {
    const restored = [...globalGet(names.stack), ...i32Const(analysis.frame), OP.i32Add];
    writeBytes(out, [...restored, ...globalSet(names.stack)]);
  }
  writeBytes(out, [OP.return, OP.end, ...flush(rewriting), OP.unreachable, OP.end]);
}

/** Leaves for the end of the function, which traps, if the i64 on top is negative. */
function stopIfNegative(label: number): number[] {
  return [...i64Const(0), OP.i64LtS, OP.brIf, ...leb(label)];
}

/* INSTRUCTIONS */

function rewrite(rewriting: Rewriting, read: Read): void {
  const { out, names } = rewriting;
  switch (read.opcode) {
    case OP.return:
      return writeBytes(out, [OP.br, ...leb(rewriting.depth)]);
    case OP.call:
    case OP.callIndirect:
      return aroundCall(rewriting, () => copy(rewriting, read));
    case OP.memoryGrow:
      return aroundCall(rewriting, () => writeBytes(out, [OP.call, ...leb(names.grow)]));
    case OP.memoryInit:
    case OP.memoryCopy:
    case OP.memoryFill:
      chargeAmount(rewriting, BYTES);
      return copy(rewriting, read);
    case OP.tableInit:
    case OP.tableCopy:
      chargeAmount(rewriting, ENTRIES);
      return copy(rewriting, read);
    default:
      return rewritePlain(rewriting, read);
  }
}

function rewritePlain(rewriting: Rewriting, read: Read): void {
  copy(rewriting, read);
  switch (read.opcode) {
    case OP.block:
      rewriting.depth++;
      return undefined;
    case OP.loop:
      rewriting.depth++;
      return charge(rewriting, stopIfNegative(rewriting.depth + 1));
    case OP.if:
      rewriting.depth++;
      return charge(rewriting);
    case OP.end:
      rewriting.depth--;
      return charge(rewriting);
    case OP.else:
    case OP.brIf:
      return charge(rewriting);
    default:
      return settleNan(rewriting, read);
  }
}

function copy({ guest, out }: Rewriting, { start, end }: Read): void {
  writeBytes(out, guest.bytes.subarray(start, end));
}

/** Where somebody could see the bits of a NaN, there is but one. */
function settleNan({ analysis, extra, out }: Rewriting, { start }: Read): void {
  const type = analysis.visibleNans.get(start);
  if (type === undefined) return;
  const [local, canonical, equal] =
    type === "f32" ? [extra.f32, CANONICAL_F32, OP.f32Eq] : [extra.f64, CANONICAL_F64, OP.f64Eq];
  writeBytes(out, [...localTee(local), ...canonical, ...localGet(local), ...localGet(local), equal, OP.select]);
}

/* GAS */

function nextSegment(rewriting: Rewriting): number {
  return rewriting.analysis.segments[rewriting.segment++] as number;
}

/** Takes a segment's gas at its beginning; with `check`, at once traps if it is not there. */
function charge(rewriting: Rewriting, check: readonly number[] = []): void {
  const { out, extra } = rewriting;
  const gas = nextSegment(rewriting);
  if (gas === 0) return;
  writeBytes(out, [...localGet(extra.gas), ...i64Const(gas), OP.i64Sub]);
  writeBytes(out, check.length > 0 ? [...localTee(extra.gas), ...check] : localSet(extra.gas));
}

/** Charges the amount on top of the stack, shifted right, before it is used. */
function chargeAmount(rewriting: Rewriting, shift: number): void {
  const { out, extra } = rewriting;
  const amount = [...localGet(extra.i32), ...i32Const(shift), OP.i32ShrU, OP.i64ExtendI32U];
  writeBytes(out, [...localSet(extra.i32), ...localGet(extra.gas), ...amount, OP.i64Sub, ...localTee(extra.gas)]);
  writeBytes(out, [...stopIfNegative(rewriting.depth + 1), ...localGet(extra.i32)]);
}

function flush({ extra, names }: Rewriting): number[] {
  return [...localGet(extra.gas), ...globalSet(names.gas)];
}

function aroundCall(rewriting: Rewriting, call: () => void): void {
  const { out, extra, names } = rewriting;
  writeBytes(out, flush(rewriting));
  call();
  writeBytes(out, [...globalGet(names.gas), ...localSet(extra.gas)]);
}
