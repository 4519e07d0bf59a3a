import { expect } from "chai";
import { ReduceError } from "#sdk/reduce/index.ts";

/** The error that a step ends with. */
export async function refused(step: () => unknown): Promise<ReduceError> {
  try {
    await step();
  } catch (error) {
    expect(error).to.be.instanceOf(ReduceError);
    return error as ReduceError;
  }
  throw new Error("nothing was refused");
}
