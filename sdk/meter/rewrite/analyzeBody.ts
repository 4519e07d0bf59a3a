import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { AMOUNT_PRICES_V1 } from "../PRICE_TABLE_V1.ts";
import { tooLarge } from "../binary/Reader.ts";
import { OP } from "../instructions/OP.ts";
import type { Read } from "../instructions/readInstruction.ts";
import type { Body, FunctionType, Guest } from "../module/Guest.ts";
import { readLocals } from "../module/readLocals.ts";
import { blockType, typeAt } from "./blockType.ts";
import { liveInstructions } from "./liveInstructions.ts";

/** What must be known of a whole function before its first instruction is written. */
export interface Analysis {
  /** Gas of each segment, in the order in which they begin. */
  readonly segments: readonly number[];
  /** Where the instructions stand whose NaN somebody can see the bits of. */
  readonly visibleNans: ReadonlySet<number>;
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

/** The operand stack holds, for each value, the place of the float instruction that gave it, or NOT_FLOAT. */
interface State {
  readonly guest: Guest;
  readonly stack: number[];
  readonly blocks: Block[];
  readonly segments: number[];
  readonly visibleNans: Set<number>;
  highest: number;
  calls: boolean;
}

const CLEAN = -1;

export function analyzeBody(guest: Guest, type: FunctionType, body: Body): Analysis {
  const reader = { bytes: guest.bytes, at: body.start, end: body.end };
  const locals = readLocals(reader).count;
  const state: State = {
    guest,
    stack: [],
    blocks: [{ opcode: OP.block, base: 0, type: { params: [], results: type.results } }],
    segments: [locals * AMOUNT_PRICES_V1.local],
    visibleNans: new Set(),
    highest: 0,
    calls: false,
  };
  for (const read of liveInstructions(reader)) step(state, read);
  const slots = type.params.length + locals + state.highest;
  if (slots > LIMITS_V1.slots) throw tooLarge(`variables and operands of a function: ${slots}`, LIMITS_V1.slots);
  const frame = LIMITS_V1.frameBytes + LIMITS_V1.slotBytes * slots;
  return { segments: state.segments, visibleNans: state.visibleNans, frame, calls: state.calls };
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
function move(state: State, { opcode, instruction, start, value, labels }: Read): void {
  if (instruction.nan === "blind" || instruction.nan.startsWith("f")) state.stack.length -= instruction.takes;
  else take(state, instruction.takes);
  switch (opcode) {
    case OP.block:
    case OP.loop:
    case OP.if:
      return openBlock(state, opcode, blockType(state.guest, value));
    case OP.else:
      return turnBlock(state);
    case OP.end:
      return closeBlock(state);
    case OP.br:
    case OP.brIf:
      return show(state, labelArity(state, value));
    case OP.brTable:
      return show(state, labelArity(state, labels?.at(-1) as number));
    case OP.return:
      return show(state, labelArity(state, state.blocks.length - 1));
    case OP.call:
      return call(state, typeAt(state.guest, state.guest.functions[value] as number));
    case OP.callIndirect:
      return call(state, typeAt(state.guest, value));
    default:
      give(state, instruction.gives, instruction.nan.startsWith("f") ? start : CLEAN);
  }
}

function openBlock(state: State, opcode: number, type: FunctionType): void {
  show(state, type.params.length);
  state.blocks.push({ opcode, type, base: state.stack.length - type.params.length });
}

function turnBlock(state: State): void {
  const { base, type } = state.blocks.at(-1) as Block;
  show(state, type.results.length);
  reset(state, base, type.params.length);
}

function closeBlock(state: State): void {
  const { base, type } = state.blocks.pop() as Block;
  show(state, type.results.length);
  reset(state, base, type.results.length);
}

function call(state: State, type: FunctionType): void {
  take(state, type.params.length);
  give(state, type.results.length, CLEAN);
  state.calls = true;
}

/** How many values a branch to the label carries. */
function labelArity(state: State, label: number): number {
  const { opcode, type } = state.blocks.at(-1 - label) as Block;
  return (opcode === OP.loop ? type.params : type.results).length;
}

function give(state: State, count: number, from: number): void {
  for (let i = 0; i < count; i++) state.stack.push(from);
}

/** Takes values whose bits matter. */
function take(state: State, count: number): void {
  show(state, count);
  state.stack.length -= count;
}

/** The bits of the uppermost values can be seen from here on. */
function show(state: State, count: number): void {
  for (let i = Math.max(0, state.stack.length - count); i < state.stack.length; i++) {
    const from = state.stack[i] as number;
    if (from !== CLEAN) state.visibleNans.add(from);
  }
}

/** Behind a block the stack has the height that its type says, however it was left. */
function reset(state: State, base: number, values: number): void {
  state.stack.length = base;
  give(state, values, CLEAN);
}
