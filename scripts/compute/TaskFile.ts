import { decodeBase64, encodeBase64 } from "ethers";
import { checkProgram } from "#sdk/task/checkProgram.ts";
import type { Task } from "#sdk/task/Task.ts";
import { TaskError } from "#sdk/task/TaskError.ts";
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
  try {
    const file = { task: validateTask(task), program: decodeBase64(String(program)) };
    checkProgram(file.task, file.program);
    return file;
  } catch (error) {
    const why = error instanceof TaskError ? error.fault : "it holds no program in base64";
    throw badInput(
      `--${option} names ${path}, which is no task with its program: ${why}`,
      "Use what `compute task --out` wrote",
    );
  }
}
