import { explain } from "./explain.ts";

export interface DatawellErrorOptions {
  /** What to say of an error that no table knows. */
  readonly message?: string;
  /** What it was made from. */
  readonly cause?: unknown;
}

/** Anything that went wrong, with its values, a sentence for people, and what to do about it. */
export class DatawellError extends Error {
  /** The contract's error, or one of the SDK's own (`clientErrors`). */
  override readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly remedy: string;

  constructor(name: string, values: Readonly<Record<string, unknown>> = {}, options: DatawellErrorOptions = {}) {
    const { message, remedy } = explain(name, values);
    super(options.message ?? message, { cause: options.cause });
    this.name = name;
    this.values = values;
    this.remedy = remedy;
  }
}
