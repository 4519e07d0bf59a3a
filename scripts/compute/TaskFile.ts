import { decodeBase64, encodeBase64 } from "ethers";
import { programDigest } from "#sdk/task/programDigest.ts";
import type { Task } from "#sdk/task/Task.ts";
import { validateTask } from "#sdk/task/validateTask.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import { toJson } from "../output/toJson.ts";

/** A task with the program that it names: all that a coordinator needs to hand it out. */
export interface TaskFile {
  readonly task: Task;
  readonly program: Uint8Array;
}

/** What `compute task --out` writes: the program in base64. */
export const taskText = ({ task, program }: TaskFile): string =>
  `${toJson({ task, program: encodeBase64(program) })}\n`;

/** Reads it again, and holds the program against its digest. */
export function readTask(path: string, option: string): TaskFile {
  const { task, program } = readJson(path, option);
  const file = typeof program === "string" ? { task: validateTask(task), program: decodeBase64(program) } : undefined;
  if (file !== undefined && programDigest(file.program) === file.task.program.digest) return file;
  throw badInput(`--${option} names ${path}, which is no task with its program`, "Use what `compute task --out` wrote");
}
