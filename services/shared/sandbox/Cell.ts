import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Hello, Reply, Request } from "./guest/messages.ts";
import { SandboxError } from "./SandboxError.ts";

/** One process without rights. It answers one request at a time, and is thrown away if it does not. */
export interface Cell {
  /** The reply, or why there is none: the process died, or took longer than so many milliseconds and was killed. */
  readonly ask: (request: Request, patienceMs: number) => Promise<Reply | "Crashed" | "TimedOut">;
  readonly kill: () => void;
  readonly pid: number;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const START_MS = 30_000;
const LAST_WORDS = 2_000;

/** What the process may read until it is loaded: the source it consists of. Nothing else, ever; and it writes nothing. */
const SOURCE = ["package.json", "sdk", "services/shared/sandbox/guest", "node_modules"];

/** Starts a process and waits until it can run programs. */
export async function openCell(hello: Hello): Promise<Cell> {
  const child = spawn(process.execPath, [...flags(), fileURLToPath(new URL("guest/main.ts", import.meta.url))], {
    cwd: ROOT,
    env: {},
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
  let lastWords = "";
  child.stderr?.on("data", (text: Buffer) => (lastWords = `${lastWords}${text}`.slice(-LAST_WORDS)));
  const first = await exchange(child, hello, START_MS);
  if (typeof first === "object" && first.is === "ready") {
    return {
      ask: (request, patienceMs) => exchange(child, request, patienceMs),
      kill: () => child.kill("SIGKILL"),
      pid: child.pid as number,
    };
  }
  child.kill("SIGKILL");
  throw new SandboxError("CannotStart", `the sandbox did not start: ${lastWords || first}`, "Use Node 24 or newer");
}

/** Node's permission model: no files, no child processes, no threads, no native addons, and from Node 25 no network. */
function flags(): readonly string[] {
  return [
    "--permission",
    ...SOURCE.map((path) => `--allow-fs-read=${ROOT}${path}`),
    ...(process.features.typescript === false ? ["--experimental-strip-types"] : []),
    "--no-warnings",
    "--disallow-code-generation-from-strings",
    "--max-old-space-size=256",
    "--stack-size=3900", // kilobytes, under the usual 8 MB: the meter bounds how deep a guest calls, this must hold it
  ];
}

/** Sends one message and waits for the answer to it, for the end of the process, or for the end of patience. */
function exchange(child: ChildProcess, message: Hello | Request, patienceMs: number) {
  return new Promise<Reply | "Crashed" | "TimedOut">((resolve) => {
    const end = (result: Reply | "Crashed" | "TimedOut") => {
      clearTimeout(timer);
      child.off("message", end).off("exit", crashed).off("error", crashed);
      if (typeof result === "string") child.kill("SIGKILL");
      resolve(result);
    };
    const crashed = () => end("Crashed");
    const timer = setTimeout(() => end("TimedOut"), patienceMs);
    child.once("message", end).once("exit", crashed).once("error", crashed);
    child.send(message, (error) => {
      if (error !== null) crashed();
    });
  });
}
