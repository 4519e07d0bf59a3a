import { GAS_EXPORT } from "#sdk/meter/exportNames.ts";
import { AMOUNT_PRICES_V1 } from "#sdk/meter/PRICE_TABLE_V1.ts";
import { type Image, restoreImage, takeImage } from "./Image.ts";
import { type Answer, type LoadedProgram, LoadError } from "./LoadedProgram.ts";
import type { ShippedProgram } from "./messages.ts";
import { PRELUDE } from "./prelude.ts";
import { LOAD_GAS } from "./prices.ts";
import { AS_MODULE, AS_SCRIPT, LANGUAGE, PAGE_BYTES, PAGES, type QuickJs, STACK_BYTES } from "./quickjs.ts";
import { quickJsImports } from "./quickJsImports.ts";

/** Loads scripts into copies of one booted QuickJS. */
export interface ScriptEngine {
  readonly load: (program: ShippedProgram) => LoadedProgram;
}

/** A running copy of the engine. */
interface Copy {
  readonly js: QuickJs;
  readonly memory: WebAssembly.Memory;
  readonly gas: WebAssembly.Global<"i64">;
}

/** The engine at rest: its memory, its stack pointer, and where in the memory things lie. */
interface Rest {
  readonly image: Image;
  readonly stack: number;
  readonly context: number;
  readonly fn: number; // what binds a program to its parameters; once that is done, what runs it
}

type Copier = <T extends Rest | Answer>(rest: Rest, gas: bigint, use: (copy: Copy) => T) => T;

/**
 * Boots QuickJS once and keeps its memory. Every load starts from a copy of it, and every run from a copy of the memory
 * after the load, so that no run sees another's traces and none pays for the boot.
 */
export function bootScripts(quickjs: Uint8Array<ArrayBuffer>): ScriptEngine {
  const module = new WebAssembly.Module(quickjs);
  const booted = boot(instantiate(module, newMemory()));
  const withCopy = copier(module);
  return {
    load: (program) => {
      const loaded = withCopy(booted, LOAD_GAS, (copy) => bind(copy, booted, program));
      return { run: (rows, gas) => withCopy(loaded, gas, (copy) => run(copy, loaded, { rows, gas, ...program })) };
    },
  };
}

/**
 * A copy at rest for each use. All that can change in the engine is its memory, which is overwritten whole, and the
 * globals for stack, gas and depth, which are set or stand at their beginning after a use that ended well: so one that
 * did serves again. One that failed, or whose memory grew, is thrown away.
 */
function copier(module: WebAssembly.Module): Copier {
  const spare: Copy[] = [];
  return (rest, gas, use) => {
    const copy = spare.pop() ?? instantiate(module, newMemory());
    restoreImage(copy.memory, rest.image);
    copy.js.Ma(rest.stack);
    copy.gas.value = gas;
    const result = use(copy);
    const failed = "ok" in result && !result.ok;
    if (!failed && copy.memory.buffer.byteLength === PAGES.initial * PAGE_BYTES) spare.push(copy);
    return result;
  };
}

function newMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory(PAGES);
}

function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Copy {
  const imports = quickJsImports(memory, (pages) => {
    gas.value -= BigInt(pages * AMOUNT_PRICES_V1.page);
  });
  const { exports } = new WebAssembly.Instance(module, imports);
  const gas = exports[GAS_EXPORT] as WebAssembly.Global<"i64">;
  gas.value = LOAD_GAS;
  return { js: exports as unknown as QuickJs, memory, gas };
}

function boot({ js, memory }: Copy): Rest {
  js.u();
  const runtime = js.K();
  js.D(runtime, STACK_BYTES);
  const context = js.N(runtime, LANGUAGE);
  const copy = { js, memory };
  const fn = evaluate(copy, context, { code: new TextEncoder().encode(PRELUDE), as: AS_SCRIPT });
  return { image: takeImage(memory), stack: js.Oa(), context, fn };
}

/** Evaluates the program as a module, without any row, and binds its `map` to its parameters. */
function bind({ js, memory, gas }: Copy, { context, fn }: Rest, program: ShippedProgram): Rest {
  const copy = { js, memory };
  try {
    const namespace = evaluate(copy, context, { code: program.code, as: AS_MODULE });
    const length = new TextEncoder().encode(String(program.length));
    const values = [namespace, text(copy, context, program.params), text(copy, context, length)];
    const runner = call(copy, context, { fn, values });
    return { image: takeImage(memory), stack: js.Oa(), context, fn: runner };
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    if (gas.value < 0n) throw new LoadError("it takes too long to load");
    throw new LoadError(cause instanceof Thrown ? cause.message : "it breaks down when it is loaded");
  }
}

interface Batch {
  readonly rows: Uint8Array;
  readonly gas: bigint;
  readonly length: number;
}

function run({ js, memory, gas }: Copy, { context, fn }: Rest, batch: Batch): Answer {
  const copy = { js, memory };
  try {
    const buffer = call(copy, context, { fn, values: [text(copy, context, batch.rows)] });
    const bytes = js.ba(context, buffer) >>> 0;
    if (bytes !== 8 * batch.length) return { ok: false, failure: "WrongShape" };
    const start = js.aa(context, buffer) >>> 0;
    const left = gas.value;
    if (left < 0n) return { ok: false, failure: "OutOfGas" };
    return { ok: true, gas: batch.gas - left, output: new BigInt64Array(memory.buffer.slice(start, start + bytes)) };
  } catch (cause) {
    // The machine lacks the memory or the stack that it owes to every program: no statement about this one.
    if (cause instanceof RangeError) throw cause;
    return { ok: false, failure: gas.value < 0n ? "OutOfGas" : "Trap" };
  }
}

/* VALUES IN THE ENGINE'S MEMORY */

/** An exception of the script: it ends the program, not the engine. */
class Thrown extends Error {
  override readonly name = "Thrown";
}

type Speaker = Pick<Copy, "js" | "memory">;

interface Source {
  readonly code: Uint8Array;
  readonly as: typeof AS_SCRIPT | typeof AS_MODULE;
}

function evaluate(copy: Speaker, context: number, { code, as }: Source): number {
  const name = write(copy, new TextEncoder().encode("program"));
  const guess = 0; // whether it is a module is told, not guessed
  const value = copy.js.pa(context, write(copy, code), code.length, name, guess, as);
  return unlessThrown(copy, context, value);
}

interface Call {
  readonly fn: number;
  readonly values: readonly number[];
}

function call(copy: Speaker, context: number, { fn, values }: Call): number {
  const list = write(copy, new Uint8Array(Uint32Array.from(values).buffer));
  return unlessThrown(copy, context, copy.js.ma(context, fn, copy.js.E(), values.length, list));
}

function text(copy: Speaker, context: number, bytes: Uint8Array): number {
  return copy.js._(context, write(copy, bytes));
}

function unlessThrown(copy: Speaker, context: number, value: number): number {
  const error = copy.js.na(context, value);
  if (error === 0) return value;
  throw new Thrown(read(copy, copy.js.oa(context, error)));
}

/** Copies bytes and a closing zero into the engine's memory. */
function write({ js, memory }: Speaker, bytes: Uint8Array): number {
  const at = js.v(bytes.length + 1) >>> 0;
  if (at === 0) throw new Thrown("the engine's memory is full");
  const all = new Uint8Array(memory.buffer);
  all.set(bytes, at);
  all[at + bytes.length] = 0;
  return at;
}

const MESSAGE_BYTES = 500;

function read({ memory }: Speaker, at: number): string {
  const all = new Uint8Array(memory.buffer, at >>> 0);
  const end = all.subarray(0, MESSAGE_BYTES).indexOf(0);
  return new TextDecoder().decode(all.subarray(0, end === -1 ? MESSAGE_BYTES : end));
}
