import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { AMOUNT_PRICES_V1 } from "../PRICE_TABLE_V1.ts";
import { tooLarge } from "../binary/Reader.ts";
import { OP } from "../instructions/OP.ts";
import type { NanRole } from "../instructions/INSTRUCTIONS.ts";
import type { Read } from "../instructions/readInstruction.ts";
import type { Body, FunctionType, Guest } from "../module/Guest.ts";
import { type Locals, readLocals } from "../module/readLocals.ts";
import { blockType, typeAt } from "./blockType.ts";
import type { FloatFlow, FloatType } from "./FloatFlow.ts";
import { GIVEN, NUMBER, createFloatFlow, getVariable, setVariable, show, visibleNans } from "./FloatFlow.ts";
import { liveInstructions } from "./liveInstructions.ts";

/** What must be known of a whole function before its first instruction is written. */
export interface Analysis {
  /** Gas of each segment, in the order in which they begin. */
  readonly segments: readonly number[];
  /** Behind which instructions, by their place, a NaN must be made canonical. */
  readonly visibleNans: ReadonlyMap<number, FloatType>;
  /** Bytes of its static frame. */
  readonly frame: number;
  /** Whether it calls anything, so that frames can pile up. */
  readonly calls: boolean;
}

interface Block {
  readonly opcode: number;
  readonly base: number; // height of the operand stack below its parameters
  readonly type: FunctionType;
}

interface State {
  readonly guest: Guest;
  readonly stack: number[]; // the origin of each operand
  readonly floats: FloatFlow;
  readonly blocks: Block[];
  readonly segments: number[];
  highest: number;
  calls: boolean;
}

/** Reads a function's body once, from its first instruction to its last, and finds what has to be known to meter it. */
export function analyzeBody(guest: Guest, type: FunctionType, body: Body): Analysis {
  const reader = { bytes: guest.bytes, at: body.start, end: body.end };
  const locals = readLocals(reader);
  const state: State = {
    guest,
    stack: [],
    floats: createFloatFlow(floatVariables(type.params.length, locals)),
    blocks: [{ opcode: OP.block, base: 0, type: { params: [], results: type.results } }],
    segments: [locals.count * AMOUNT_PRICES_V1.local],
    highest: 0,
    calls: false,
  };
  for (const read of liveInstructions(reader)) step(state, read);
  const slots = type.params.length + locals.count + state.highest;
  if (slots > LIMITS_V1.slots) throw tooLarge(`variables and operands of a function: ${slots}`, LIMITS_V1.slots);
  const frame = LIMITS_V1.frameBytes + LIMITS_V1.slotBytes * slots;
  return { segments: state.segments, visibleNans: visibleNans(state.floats), frame, calls: state.calls };
}

/** Segments begin behind these, and at the start of the function. */
const BREAKS: readonly number[] = [OP.if, OP.else, OP.end, OP.brIf];

function step(state: State, read: Read): void {
  if (read.opcode === OP.loop) state.segments.push(0);
  const current = state.segments.length - 1;
  state.segments[current] = (state.segments[current] as number) + read.instruction.price;
  move(state, read);
  if (BREAKS.includes(read.opcode)) state.segments.push(0);
  state.highest = Math.max(state.highest, state.stack.length);
}

/** Lets one instruction take and give its operands. */
function move(state: State, read: Read): void {
  const { opcode, value, labels } = read;
  switch (opcode) {
    case OP.block:
    case OP.loop:
    case OP.if:
      if (opcode === OP.if) take(state, 1);
      return openBlock(state, opcode, blockType(state.guest, value));
    case OP.else:
      return turnBlock(state);
    case OP.end:
      return closeBlock(state);
    case OP.br:
      return showTop(state, labelArity(state, value));
    case OP.brIf:
      take(state, 1);
      return showTop(state, labelArity(state, value));
    case OP.brTable:
      take(state, 1);
      return showTop(state, labelArity(state, labels?.at(-1) as number));
    case OP.return:
      return showTop(state, labelArity(state, state.blocks.length - 1));
    case OP.call:
      return call(state, typeAt(state.guest, state.guest.functions[value] as number));
    case OP.callIndirect:
      take(state, 1);
      return call(state, typeAt(state.guest, value));
    default:
      return moveValues(state, read);
  }
}

function moveValues(state: State, read: Read): void {
  const { stack, floats } = state;
  const { opcode, instruction, start, value } = read;
  switch (opcode) {
    case OP.localGet:
      stack.push(getVariable(floats, value, start));
      return undefined;
    case OP.localSet:
      return setVariable(floats, value, stack.pop() as number);
    case OP.localTee:
      return setVariable(floats, value, stack.at(-1) as number);
    default:
      if (SEEING.includes(instruction.nan)) take(state, instruction.takes);
      else stack.length -= instruction.takes;
      return give(state, instruction.gives, originOf(state, read));
  }
}

/** Instructions for which the bits of a NaN matter. */
const SEEING: readonly NanRole[] = ["", "never"];

function originOf({ guest, floats }: State, { opcode, instruction: { nan }, start, end }: Read): number {
  if (nan === "never") return NUMBER;
  if (opcode === OP.f32Const || opcode === OP.f64Const)
    return isNan(guest.bytes.subarray(start + 1, end)) ? GIVEN : NUMBER;
  if (nan !== "f32" && nan !== "f64") return GIVEN;
  floats.arise.set(start, nan);
  return start;
}

/** Whether the bytes of a float constant are a NaN. */
function isNan(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Number.isNaN(bytes.length === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true));
}

/* BLOCKS AND CALLS */

function openBlock(state: State, opcode: number, type: FunctionType): void {
  showTop(state, type.params.length);
  state.blocks.push({ opcode, type, base: state.stack.length - type.params.length });
}

function turnBlock(state: State): void {
  const { base, type } = state.blocks.at(-1) as Block;
  showTop(state, type.results.length);
  reset(state, base, type.params.length);
}

function closeBlock(state: State): void {
  const { base, type } = state.blocks.pop() as Block;
  showTop(state, type.results.length);
  reset(state, base, type.results.length);
}

function call(state: State, type: FunctionType): void {
  take(state, type.params.length);
  give(state, type.results.length, GIVEN);
  state.calls = true;
}

/** How many values a branch to the label carries. */
function labelArity(state: State, label: number): number {
  const { opcode, type } = state.blocks.at(-1 - label) as Block;
  return (opcode === OP.loop ? type.params : type.results).length;
}

/* OPERANDS */

function give(state: State, count: number, origin: number): void {
  for (let i = 0; i < count; i++) state.stack.push(origin);
}

/** Takes values whose bits matter. */
function take(state: State, count: number): void {
  showTop(state, count);
  state.stack.length -= count;
}

/** The bits of the uppermost values can be seen from here on. */
function showTop({ stack, floats }: State, count: number): void {
  for (let i = Math.max(0, stack.length - count); i < stack.length; i++) show(floats, stack[i] as number);
}

/** Behind a block the stack has the height that its type says, however it was left. */
function reset(state: State, base: number, values: number): void {
  state.stack.length = base;
  give(state, values, GIVEN);
}

const FLOATS: Readonly<Record<number, FloatType>> = { 0x7d: "f32", 0x7c: "f64" };

/** The declared variables that are floats; they are numbered behind the parameters. */
function floatVariables(params: number, { runs }: Locals): ReadonlyMap<number, FloatType> {
  const types = runs.flatMap(([count, type]) => Array.from({ length: count }, () => FLOATS[type]));
  return new Map(types.flatMap((type, i) => (type === undefined ? [] : [[params + i, type]])));
}
