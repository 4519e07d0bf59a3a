export type TaskErrorCode =
  | "InvalidTask"
  | "WrongProgram"
  | "ProgramTooLarge"
  | "WrongEngine"
  | "BadProgram"
  | "UnknownField"
  | "InvalidSalt"
  | "OutOfRange"
  | "Unsolvable";

/** A task that cannot be used: what is wrong with it and what to do. It never speaks of anybody's rows. */
export class TaskError extends Error {
  override readonly name = "TaskError";
  readonly code: TaskErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: TaskErrorCode, fault: string, remedy: string) {
    super(`${fault}. ${remedy}.`);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
