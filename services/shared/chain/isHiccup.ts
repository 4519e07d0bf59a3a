import { decodeError } from "#sdk/errors/decodeError.ts";
import { ChainError } from "./ChainError.ts";

/** Whether the node did not answer, or with damage, so that another time may go better; a refusal is an answer. */
export const isHiccup = (error: unknown): boolean =>
  error instanceof ChainError || error instanceof SyntaxError || decodeError(error).name === "Unreachable";
