import { type Eip1193Provider, makeError } from "ethers";
import { ChainError } from "./ChainError.ts";
import { withTimeout } from "./withTimeout.ts";

/**
 * A provider whose questions fail after so many milliseconds. ethers asks a node for its chain before other questions,
 * all of which wait for that one answer: one that never came would hold up every later question.
 */
export const limitRequests = (provider: Eip1193Provider, milliseconds: number): Eip1193Provider => ({
  request: async (asked) => {
    try {
      return await withTimeout(provider.request(asked), milliseconds, asked.method);
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
      throw makeError(error.message, "TIMEOUT", { operation: asked.method, reason: "timeout" }); // as ethers' own
    }
  },
});
