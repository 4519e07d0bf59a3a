import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { ServiceError } from "../shared/http/index.ts";
import { refusal } from "./refusal.ts";

/**
 * What the chain says. While it says nothing, nothing is known and nothing is signed.
 * @throws ServiceError 404 UnknownPool, 503 ChainUnavailable
 */
export async function fromChain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause;
    if (cause instanceof DatawellError && cause.name === "UnknownPool") {
      throw refusal("UnknownPool", "There is no pool at this address", "Check the address and the chain", 404);
    }
    throw new ServiceError({
      status: 503,
      code: "ChainUnavailable",
      fault: "The chain cannot be asked",
      remedy: "Try again later; nothing was signed",
      retryAfter: 5,
      cause,
    });
  }
}
