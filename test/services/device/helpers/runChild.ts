import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { World } from "./createCohort.ts";
import type { ChildOptions, LastWord, Question, Reply } from "./child.ts";

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));

/** Runs a child for one turn. Answers the point at which it was killed, or undefined if it came through. */
export function runChild(world: World, api: CoordinatorApi, options: ChildOptions): Promise<string | undefined> {
  const child = fork(CHILD, [], { execArgv: ["--no-warnings"], serialization: "advanced", env: process.env });
  const answer = async ({ about, name, args }: Question): Promise<unknown> => {
    if (about === "chain") return world.provider.send(name, [...args]);
    return (api[name as keyof CoordinatorApi] as (...given: readonly unknown[]) => unknown)(...args);
  };
  const reply = async (question: Question): Promise<void> => {
    const { id } = question;
    const said: Reply = await answer(question).then(
      (result) => ({ id, result }),
      (error: Error & { status?: number }) => ({ id, error: { message: error.message, status: error.status } }),
    );
    if (child.connected) child.send(said, () => undefined);
  };
  return new Promise((resolve, reject) => {
    let last: string | undefined;
    child.on("message", (message: Question | LastWord) => {
      if ("point" in message) last = message.point;
      else void reply(message);
    });
    child.once("exit", (code, signal) => {
      if (signal === "SIGKILL" && last !== undefined) resolve(last);
      else if (code === 0) resolve(undefined);
      else reject(new Error(`The child ended with ${code ?? signal}`));
    });
    child.send(options);
  });
}
