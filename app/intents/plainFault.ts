import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { capital } from "../data/words/capital.ts";

/** Whatever went wrong with a task, a round, a coordinator or a store, as the page tells of faults. */
export function plainFault(error: unknown): DatawellError {
  if (error instanceof DatawellError || !isTold(error)) return decodeError(error);
  return new DatawellError("BadInput", { what: capital(error.fault), advice: error.remedy }, { cause: error });
}

interface Told {
  readonly fault: string;
  readonly remedy: string;
}

/** TaskError, RoundError, ReduceError, CoordinatorError and StoreError say it in these words. */
function isTold(error: unknown): error is Told {
  if (typeof error !== "object" || error === null) return false;
  const { fault, remedy } = error as Partial<Told>;
  return typeof fault === "string" && typeof remedy === "string";
}

const NOT_THERE = 404;

/** Whether a coordinator only said that it is not there yet. */
export const isNotYet = ({ cause }: DatawellError): boolean =>
  typeof cause === "object" && cause !== null && (cause as { readonly status?: unknown }).status === NOT_THERE;
