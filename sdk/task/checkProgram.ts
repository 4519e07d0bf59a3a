import { TASK_LIMITS } from "./limits.ts";
import { programDigest } from "./programDigest.ts";
import type { Task } from "./Task.ts";
import { TaskError } from "./TaskError.ts";

/**
 * Refuses what no task may ship, before anybody hashes, meters or stores it.
 * @throws TaskError ProgramTooLarge, InvalidTask
 */
export function checkProgramSize({ length }: Uint8Array): void {
  if (length === 0) throw new TaskError("InvalidTask", "the program has 0 bytes", "Pass the program");
  if (length <= TASK_LIMITS.programBytes) return;
  throw new TaskError(
    "ProgramTooLarge",
    `the program has ${length} bytes, at most ${TASK_LIMITS.programBytes} are accepted`,
    "Shorten it: leave out what it does not use, and pass tables as parameters",
  );
}

/**
 * Refuses a program that is too large or another than the task names.
 * @throws TaskError ProgramTooLarge, WrongProgram
 */
export function checkProgram(task: Task, program: Uint8Array): void {
  checkProgramSize(program);
  if (programDigest(program) === task.program.digest) return;
  throw new TaskError(
    "WrongProgram",
    "the program is not the one that the task names",
    "Pass the bytes it was made of",
  );
}
