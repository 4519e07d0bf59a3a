import { FAULT_EXPORT, GAS_EXPORT } from "../exportNames.ts";
import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { createWriter, leb, sized, vector, writeBytes, written } from "../binary/Writer.ts";
import { OP } from "../instructions/OP.ts";
import type { Export, Guest, Import, Limits, RawVector } from "../module/Guest.ts";
import { EXPORT_KINDS } from "../module/readExport.ts";
import { typeAt } from "./blockType.ts";
import { gateFunction } from "./gateFunction.ts";
import { growFunction, mostPages } from "./growFunction.ts";
import { instantiationGas } from "./instantiationGas.ts";
import type { Names } from "./Names.ts";
import { rewriteBody } from "./rewriteBody.ts";
import { i32Const, i64Const } from "./snippets.ts";
import { type TypeList, createTypeList } from "./TypeList.ts";

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const [I32, I64] = [0x7f, 0x7e] as const;
const MUTABLE = 1;
const MEMORY = 2; // kind of an import
const UTF8 = new TextEncoder();

/** A function that the meter adds. */
interface Added {
  readonly type: number;
  readonly body: ArrayLike<number>;
}

/** Writes the module again with everything metered. All additions come last, so that nothing of the guest moves. */
export function encodeMetered(guest: Guest): Uint8Array<ArrayBuffer> {
  const globals = guest.globalSection.count;
  const names = { gas: globals, stack: globals + 1, fault: globals + 2, grow: guest.functions.length };
  const types = createTypeList(guest.types);
  const bodies = guest.bodies.map((body, i) => {
    const type = typeAt(guest, guest.functions[guest.importedFunctions + i] as number);
    return rewriteBody({ guest, names, type, body, resultType: types.blockOf(type.results) });
  });
  const gates = gatesOf(guest);
  const added = [...growOf(guest, names, types), ...[...gates.keys()].map((target) => gateOf(guest, names, target))];
  const firstGate = guest.functions.length + added.length - gates.size;
  const functions = [...guest.functions.slice(guest.importedFunctions), ...added.map(({ type }) => type)];
  return join([
    [1, extended(guest.typeSection, types.added())],
    [2, vector(guest.imports.map(encodeImport))],
    [3, vector(functions.map(leb))],
    [4, extended(guest.tableSection, [])],
    [5, vector(guest.memory && !guest.importsMemory ? [encodeMemory(guest.memory)] : [])],
    [6, extended(guest.globalSection, ownGlobals(guest))],
    [7, vector([...guest.exports.map((entry) => encodeExport(entry, gates, firstGate)), ...ownExports(names)])],
    [9, extended(guest.elementSection, [])],
    [12, guest.dataCount === undefined ? [0] : leb(guest.dataCount)],
    [10, vector([...bodies, ...added.map(({ body }) => body)].map(sized))],
    [11, extended(guest.dataSection, [])],
  ]);
}

function join(sections: readonly (readonly [id: number, content: ArrayLike<number>])[]): Uint8Array<ArrayBuffer> {
  const out = createWriter();
  writeBytes(out, HEADER);
  for (const [id, content] of sections.filter(([, { length, 0: first }]) => length > 1 || first !== 0)) {
    writeBytes(out, [id]);
    writeBytes(out, sized(content));
  }
  return Uint8Array.from(written(out));
}

/** The guest's own entries as they came, and more. */
function extended({ count, bytes }: RawVector, more: readonly ArrayLike<number>[]): Uint8Array {
  const out = createWriter(bytes.length + 64);
  writeBytes(out, leb(count + more.length));
  for (const part of [bytes, ...more]) writeBytes(out, part);
  return written(out);
}

/* FUNCTIONS */

function growOf({ memory }: Guest, names: Names, types: TypeList): Added[] {
  if (memory === undefined) return [];
  return [{ type: types.indexOf({ params: [I32], results: [I32] }), body: growFunction(names, memory) }];
}

/** Which functions are exported; each gets one gate, in the order of their first export. */
function gatesOf({ exports }: Guest): ReadonlyMap<number, number> {
  const targets = new Set(exports.filter(({ kind }) => kind === "function").map(({ index }) => index));
  return new Map([...targets].map((target, i) => [target, i]));
}

function gateOf(guest: Guest, names: Names, target: number): Added {
  const type = guest.functions[target] as number;
  return { type, body: gateFunction(names, typeAt(guest, type).params.length, target) };
}

/* IMPORTS, MEMORY AND EXPORTS */

function encodeImport({ module, name, type }: Import): number[] {
  const kind = typeof type === "number" ? [0, ...leb(type)] : [MEMORY, ...encodeMemory(type)];
  return [...encodeName(module), ...encodeName(name), ...kind];
}

/** Its limits with the meter's own bound, which a host's memory has to keep as well. */
function encodeMemory(memory: Limits): number[] {
  return [1, ...leb(memory.least), ...leb(mostPages(memory))];
}

function encodeExport({ name, kind, index }: Export, gates: ReadonlyMap<number, number>, firstGate: number): number[] {
  const target = kind === "function" ? firstGate + (gates.get(index) as number) : index;
  return [...encodeName(name), EXPORT_KINDS.indexOf(kind), ...leb(target)];
}

function encodeName(name: string): Uint8Array {
  return sized(UTF8.encode(name));
}

function ownGlobals(guest: Guest): number[][] {
  return [
    [I64, MUTABLE, ...i64Const(-instantiationGas(guest)), OP.end],
    [I32, MUTABLE, ...i32Const(LIMITS_V1.stackBytes), OP.end],
    [I32, MUTABLE, ...i32Const(0), OP.end],
  ];
}

function ownExports({ gas, fault }: Names): number[][] {
  const global = EXPORT_KINDS.indexOf("global");
  return [
    [...encodeName(GAS_EXPORT), global, ...leb(gas)],
    [...encodeName(FAULT_EXPORT), global, ...leb(fault)],
  ];
}
