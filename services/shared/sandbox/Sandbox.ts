import type { JsonValue, ProgramKind } from "#sdk/task/Task.ts";
import type { Field, Row } from "#sdk/data/table.ts";

/** A program as it runs: with its parameters, over the fields that it gets to see. */
export interface Program {
  readonly kind: ProgramKind;
  readonly code: Uint8Array; // the raw wasm, or the script's UTF-8 text
  readonly params: JsonValue;
  readonly fields: readonly Field[];
  readonly length: number; // integers in its answer
}

/** One batch: rows for a fresh instance of a program. */
export interface BatchWork {
  readonly program: Program;
  readonly rows: readonly Row[]; // cells in the order of the program's fields
  readonly gas: bigint; // that the instance may use
}

/** Why a batch contributes nothing. It is for whoever owns the rows: it tells about them. */
export type BatchFailure = "Trap" | "OutOfGas" | "WrongShape" | "TimedOut" | "Crashed";

export interface BatchResult {
  readonly ok: boolean;
  readonly gas: bigint; // used; of a batch that failed, all that it was given
  readonly output: readonly bigint[]; // zeros if it failed
  readonly failure?: BatchFailure;
}

/** Processes without rights in which programs of strangers run. One serves any number of devices. */
export interface Sandbox {
  /** Starts the processes; `runBatch` would do so as well. */
  readonly start: () => Promise<void>;
  /** Loads a program without rows. Throws a TaskError "BadProgram" if it cannot be run by anybody. */
  readonly check: (program: Program) => Promise<void>;
  /** Runs one batch. Throws a TaskError "BadProgram", or a SandboxError if this machine cannot run anything. */
  readonly runBatch: (work: BatchWork) => Promise<BatchResult>;
  /** Ids of the processes that run now, for whoever watches the machine. */
  readonly pids: () => readonly number[];
  /** Ends the processes; work that has not ended fails with a SandboxError. */
  readonly stop: () => Promise<void>;
}
