import { FAULTS, FAULT_EXPORT, GAS_EXPORT } from "./exportNames.ts";
import type { Outcome } from "./Outcome.ts";

export interface MeteredInstance {
  readonly exports: WebAssembly.Exports;
  /** Gas left; negative once it ran out. */
  readonly gasLeft: () => bigint;
  readonly setGas: (gas: bigint) => void;
  /** Calls an exported function and tells how it ended. What a host's import throws is thrown on. */
  readonly call: (name: string, ...args: readonly (number | bigint)[]) => Outcome;
}

export interface InstantiateMetered {
  /** Budget, instantiation included. */
  readonly gas: bigint;
  readonly imports?: WebAssembly.Imports;
}

/** Makes an instance of a module that `meter` wrote and gives it gas. Throws what WebAssembly throws. */
export function instantiateMetered(
  metered: Uint8Array<ArrayBuffer> | WebAssembly.Module,
  { gas, imports = {} }: InstantiateMetered,
): MeteredInstance {
  const module = metered instanceof WebAssembly.Module ? metered : new WebAssembly.Module(metered);
  const { exports } = new WebAssembly.Instance(module, imports);
  const left = exports[GAS_EXPORT] as WebAssembly.Global<"i64">;
  const fault = exports[FAULT_EXPORT] as WebAssembly.Global<"i32">;
  left.value += gas; // it began at minus the price of instantiation

  const failed = (error: unknown): Outcome => {
    const reason = error instanceof Error ? error.message : String(error);
    if (fault.value === FAULTS.stackExhausted) return { kind: "stackExhausted", gasLeft: left.value };
    if (fault.value === FAULTS.hostMemory || isStackOverflow(error)) return { kind: "hostFailed", reason };
    if (left.value < 0n) return { kind: "outOfGas" };
    if (error instanceof WebAssembly.RuntimeError) return { kind: "trapped", reason, gasLeft: left.value };
    throw error;
  };

  const call = (name: string, ...args: readonly (number | bigint)[]): Outcome => {
    const target = exports[name] as (...args: readonly (number | bigint)[]) => unknown;
    try {
      const value = target(...args);
      return left.value < 0n ? { kind: "outOfGas" } : { kind: "returned", value, gasLeft: left.value };
    } catch (error) {
      return failed(error);
    }
  };

  const setGas = (value: bigint): void => {
    left.value = value;
  };
  return { exports, gasLeft: () => left.value, setGas, call };
}

/** V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
}
