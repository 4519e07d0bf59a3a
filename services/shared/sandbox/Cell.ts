import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cellFlags } from "./cellFlags.ts";
import type { Hello, Reply, Request } from "./guest/messages.ts";
import { SandboxError } from "./SandboxError.ts";

/** One process without rights. It answers one request at a time, and is thrown away if it does not. */
export interface Cell {
  /** The reply, or why there is none: the process died, or took longer than so many milliseconds and was killed. */
  readonly ask: (request: Request, patienceMs: number) => Promise<Reply | "Crashed" | "TimedOut">;
  readonly kill: () => void;
  readonly pid: number;
}

const START_MS = 30_000;
const LAST_WORDS = 2_000;

/** Starts a process and waits until it can run programs. */
export async function openCell(hello: Hello): Promise<Cell> {
  const child = spawn(process.execPath, [...cellFlags(), fileURLToPath(new URL("guest/main.ts", import.meta.url))], {
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
