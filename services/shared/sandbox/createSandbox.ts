import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import canonicalize from "canonicalize";
import { ENGINES } from "#sdk/task/engines.ts";
import { TaskError } from "#sdk/task/TaskError.ts";
import { type Cell, openCell } from "./Cell.ts";
import { encodeRows } from "./encodeRows.ts";
import { type Engine, readEngine } from "./Engine.ts";
import type { Reply, Request, ShippedProgram } from "./guest/messages.ts";
import { LOAD_GAS } from "./guest/prices.ts";
import { SandboxError } from "./SandboxError.ts";
import type { BatchFailure, BatchResult, BatchWork, Program, Sandbox } from "./Sandbox.ts";
import { createPool } from "./createPool.ts";

export interface SandboxOptions {
  readonly workers?: number; // processes; one less than the machine has processors, at least 2, unless told otherwise
  readonly patienceMs?: (gas: bigint) => number; // after which a process that still computes is killed
}

/** Slower than any machine that the meter was tried on: its bound ends a program, this is for a broken machine. */
const usualPatienceMs = (gas: bigint): number => 10_000 + Number(gas / 10_000n);

/** The longest that a timer can wait, 25 days: with more it fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** A process that dies takes an innocent batch with it at most once. */
const ATTEMPTS = 2;

/**
 * Processes under Node's permission model in which programs run: no files, environment, threads or child processes, a
 * bounded memory, killed by the clock of the wall if the meter should ever fail. A process that dies is replaced.
 */
export function createSandbox({ workers, patienceMs = usualPatienceMs }: SandboxOptions = {}): Sandbox {
  const size = workers ?? Math.max(2, availableParallelism() - 1); // so that a long task is not alone in its way
  let engine: Engine | undefined;
  const pool = createPool(size, () => openCell({ quickjs: (engine ??= checkedEngine()).quickjs }));

  const ask = async (work: Work): Promise<Reply | "Crashed" | "TimedOut"> => {
    for (let attempt = 1; ; attempt++) {
      const reply = await pool.use((cell) =>
        askCell(cell, work, Math.min(patienceMs(work.gas + LOAD_GAS), LONGEST_MS)),
      );
      if (reply !== "Crashed" || attempt === ATTEMPTS) return reply;
    }
  };
  return {
    start: pool.start,
    stop: pool.stop,
    pids: pool.pids,
    check: async (program) => {
      const reply = await ask({ program, gas: 0n });
      if (typeof reply === "string") throw badProgram(`loading it ended the process: ${reply}`);
      if (reply.is === "bad") throw badProgram(reply.why);
    },
    runBatch: async ({ program, rows, gas }) => {
      const reply = await ask({ program, gas, rows: encodeRows(program, rows) });
      return resultOf(reply, { program, rows, gas });
    },
  };
}

function checkedEngine(): Engine {
  const engine = readEngine();
  for (const kind of ["wasm", "javascript"] as const) {
    if (engine.digests[kind] === ENGINES[kind]) continue;
    throw new SandboxError(
      "WrongEngine",
      `the engine for ${kind} is ${engine.digests[kind]}, tasks ask for ${ENGINES[kind]}`,
      "Install what package-lock.json pins; after a change of the meter run `npm run build`",
    );
  }
  return engine;
}

interface Work {
  readonly program: Program;
  readonly gas: bigint;
  readonly rows?: Uint8Array;
}

/** Sends the program along only if this process does not have it. */
async function askCell(cell: Cell, { program, gas, rows }: Work, patienceMs: number) {
  const request: Request = { key: keyOf(program), gas, ...(rows === undefined ? {} : { rows }) };
  const reply = await cell.ask(request, patienceMs);
  if (typeof reply === "string" || reply.is !== "unknown") return reply;
  return cell.ask({ ...request, program: shipped(program) }, patienceMs);
}

const keys = new WeakMap<Program, string>();

function keyOf(program: Program): string {
  const known = keys.get(program);
  if (known !== undefined) return known;
  const { kind, code, params, length } = shipped(program);
  const key = createHash("sha256")
    .update(`${kind} ${length} ${code.length} `)
    .update(code)
    .update(params)
    .digest("hex");
  keys.set(program, key);
  return key;
}

function shipped({ kind, code, params, length }: Program): ShippedProgram {
  return { kind, code, length, params: new TextEncoder().encode(canonicalize(params)) };
}

/** What the process says is looked at before it is believed: a program may have got hold of it. */
function resultOf(reply: Reply | "Crashed" | "TimedOut", { program, gas }: BatchWork): BatchResult {
  const { length } = program;
  if (typeof reply === "string") return failed(reply, gas, length);
  switch (reply.is) {
    case "done":
      if (!(reply.output instanceof BigInt64Array) || reply.output.length !== length)
        return failed("Crashed", gas, length);
      if (typeof reply.gas !== "bigint" || reply.gas < 0n || reply.gas > gas) return failed("Crashed", gas, length);
      return { ok: true, gas: reply.gas, output: [...reply.output] };
    case "failed":
      return failed(reply.failure, gas, length);
    case "bad":
      throw badProgram(reply.why);
    default:
      return failed("Crashed", gas, length);
  }
}

function failed(failure: BatchFailure, gas: bigint, length: number): BatchResult {
  return { ok: false, gas, output: Array.from({ length }, () => 0n), failure };
}

function badProgram(why: string): TaskError {
  return new TaskError("BadProgram", `the program cannot be run: ${why}`, "Prepare it with `compute task`");
}
