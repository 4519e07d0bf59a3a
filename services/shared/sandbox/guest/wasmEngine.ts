import { instantiateMetered, type MeteredInstance } from "#sdk/meter/instantiateMetered.ts";
import type { Outcome } from "#sdk/meter/Outcome.ts";
import { meter } from "#sdk/meter/meter.ts";
import { MeterError } from "#sdk/meter/MeterError.ts";
import type { BatchFailure } from "../Sandbox.ts";
import { type Answer, type LoadedProgram, LoadError } from "./LoadedProgram.ts";
import type { ShippedProgram } from "./messages.ts";

/** What a program exports at least. */
const EXPORTS = { memory: "memory", alloc: "function", map: "function" };

/** Meters and compiles a program; every run makes a fresh instance, which has no import whatever. */
export function loadWasm({ code, params, length }: ShippedProgram): LoadedProgram {
  const module = compile(code);
  const exported = new Map(WebAssembly.Module.exports(module).map(({ name, kind }) => [name, kind]));
  for (const [name, kind] of Object.entries(EXPORTS)) {
    if (exported.get(name) !== kind) throw new LoadError(`it exports no ${kind} named ${name}`);
  }
  return {
    run: (rows, gas) => {
      try {
        return map(instantiateMetered(module, { gas }), { rows, params, length, gas });
      } catch (cause) {
        if (cause instanceof Failure) return { ok: false, failure: cause.failure };
        throw cause;
      }
    },
  };
}

function compile(code: Uint8Array): WebAssembly.Module {
  try {
    return new WebAssembly.Module(meter(code));
  } catch (cause) {
    throw new LoadError(cause instanceof MeterError ? cause.fault : "it is no WebAssembly");
  }
}

class Failure extends Error {
  override readonly name = "Failure";
  readonly failure: BatchFailure;

  constructor(failure: BatchFailure) {
    super(failure);
    this.failure = failure;
  }
}

interface Batch {
  readonly rows: Uint8Array;
  readonly params: Uint8Array;
  readonly length: number;
  readonly gas: bigint;
}

function map(guest: MeteredInstance, batch: Batch): Answer {
  if ("_initialize" in guest.exports) call(guest, "_initialize", []);
  const bytes = 8 * batch.length;
  const output = reserve(guest, bytes);
  const [rows, params] = [place(guest, batch.rows), place(guest, batch.params)];
  const written = call(guest, "map", [rows, params, batch.params.length, output, batch.length]);
  if (written !== batch.length) return { ok: false, failure: "WrongShape" };
  const answer = new BigInt64Array(memoryOf(guest).slice(output, output + bytes));
  return { ok: true, gas: batch.gas - guest.gasLeft(), output: answer };
}

/** What a call of the guest gives. A function of another type than expected is the guest's fault; a machine that lacks memory or stack is no fault of the guest: that ends the process. */
function call(guest: MeteredInstance, name: string, values: readonly number[]): unknown {
  const outcome = outcomeOf(guest, name, values);
  switch (outcome.kind) {
    case "returned":
      return outcome.value;
    case "outOfGas":
      throw new Failure("OutOfGas");
    case "hostFailed":
      throw new Error(outcome.reason);
    default:
      throw new Failure("Trap");
  }
}

function outcomeOf(guest: MeteredInstance, name: string, values: readonly number[]): Outcome {
  try {
    return guest.call(name, ...values);
  } catch (cause) {
    if (cause instanceof TypeError) throw new Failure("Trap");
    throw cause;
  }
}

const memoryOf = ({ exports }: MeteredInstance): ArrayBuffer => (exports.memory as WebAssembly.Memory).buffer;

/** Room in the guest's memory, where the guest says: checked, for a guest may say anything. */
function reserve(guest: MeteredInstance, bytes: number): number {
  const answer = call(guest, "alloc", [bytes]);
  const at = typeof answer === "number" ? answer >>> 0 : Number.NaN;
  if (at + bytes <= memoryOf(guest).byteLength) return at;
  throw new Failure("Trap");
}

function place(guest: MeteredInstance, bytes: Uint8Array): number {
  const at = reserve(guest, bytes.length);
  new Uint8Array(memoryOf(guest)).set(bytes, at);
  return at;
}
