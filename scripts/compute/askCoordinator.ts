import { CoordinatorError } from "#sdk/rounds/CoordinatorError.ts";
import { RoundError } from "#sdk/rounds/RoundError.ts";
import { badInput } from "../input/badInput.ts";

/** What a coordinator answers, or what the user can do about its refusal. */
export async function askCoordinator<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CoordinatorError || error instanceof RoundError) throw badInput(error.fault, error.remedy);
    throw error;
  }
}
