/**
 * The process in which strangers' programs run. It is started without rights, gives up the right to read its own source
 * as soon as it is loaded, and speaks with its parent alone.
 */
import { type LoadedProgram, LoadError } from "./LoadedProgram.ts";
import type { Hello, Reply, Request, ShippedProgram } from "./messages.ts";
import { bootScripts, type ScriptEngine } from "./scriptEngine.ts";
import { loadWasm } from "./wasmEngine.ts";

/** Node's types do not know yet that a process can give up what it was given. */
interface Permission {
  readonly drop?: (scope: string) => void;
}

const MAX_PROGRAMS = 64;

const programs = new Map<string, LoadedProgram>();
let scripts: ScriptEngine | undefined;

function load(program: ShippedProgram): LoadedProgram {
  return program.kind === "wasm" ? loadWasm(program) : (scripts as ScriptEngine).load(program);
}

/** The program under this key, loaded now if it came along. The one that was used longest ago makes room. */
function find({ key, program }: Request): LoadedProgram | undefined {
  const found = programs.get(key) ?? (program === undefined ? undefined : load(program));
  if (found === undefined) return undefined;
  programs.delete(key);
  programs.set(key, found);
  const [oldest] = programs.keys();
  if (programs.size > MAX_PROGRAMS) programs.delete(oldest as string);
  return found;
}

function answer(request: Request): Reply {
  const program = find(request);
  if (program === undefined) return { is: "unknown" };
  if (request.rows === undefined) return { is: "loaded" };
  const result = program.run(request.rows, request.gas);
  return result.ok ? { is: "done", gas: result.gas, output: result.output } : { is: "failed", failure: result.failure };
}

function reply(to: Reply): void {
  process.send?.(to);
}

process.once("message", ({ quickjs }: Hello) => {
  (process.permission as Permission | undefined)?.drop?.("fs.read");
  scripts = bootScripts(quickjs);
  process.on("message", (request: Request) => {
    try {
      reply(answer(request));
    } catch (cause) {
      if (!(cause instanceof LoadError)) throw cause;
      reply({ is: "bad", why: cause.message });
    }
  });
  reply({ is: "ready" });
});
process.once("disconnect", () => process.exit());
