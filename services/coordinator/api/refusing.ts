import { ReduceError } from "#sdk/reduce/index.ts";
import { RoundError } from "#sdk/rounds/RoundError.ts";
import { TaskError } from "#sdk/task/TaskError.ts";
import { ServiceError } from "../../shared/http/ServiceError.ts";
import { chainAway, unfit } from "../refusals.ts";

/** Does something with what a client sent; what the SDK says is wrong with it becomes a refusal. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RoundError || error instanceof TaskError || error instanceof ReduceError) {
      throw unfit(error.code, error.fault, error.remedy);
    }
    throw error;
  }
}

/**
 * Asks the chain for somebody.
 * @throws ServiceError 503 ChainUnavailable
 */
export async function fromChain<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause;
    throw chainAway(cause);
  }
}
