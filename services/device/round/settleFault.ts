import { DeviceError, type DeviceErrorCode } from "../DeviceError.ts";
import type { Round } from "../ledger/Round.ts";
import type { Context } from "./Context.ts";

/** Faults that another answer, or the provider, can mend while the round lasts. */
const PASSING = new Set<DeviceErrorCode>(["WrongRoster", "WrongSurvivors", "WrongPayout", "FileUnreadable"]);

/** Refusals over HTTP that are not for good: not there yet, too slow, too early, too often. */
const RETRIED = new Set([404, 408, 425, 429]);

/**
 * What a fault means for a round: it ends if nothing was delivered and nothing can mend it. What was delivered stays
 * until the chain has paid or cannot pay any more.
 * @returns milliseconds to wait at least
 */
export async function settleFault(context: Context, { jobId }: Round, error: unknown): Promise<number> {
  const { ledger, log } = context;
  const now = await ledger.find(jobId);
  const isEarly = now?.stage === "enrolled" || now?.stage === "shared";
  if (isEarly && isFinal(error)) {
    const { fault, message } = error as Error & { readonly fault?: string };
    await ledger.end(jobId, "dropped", fault ?? message);
    log.info("dropped out", { jobId, error });
    return 0;
  }
  log.warn("round held up", { jobId, stage: now?.stage, error });
  return 1_000 * ((error as { readonly retryAfter?: number }).retryAfter ?? 0);
}

function isFinal(error: unknown): boolean {
  if (error instanceof DeviceError) return !PASSING.has(error.code);
  const { status } = error as { readonly status?: unknown };
  return typeof status === "number" && status >= 400 && status < 500 && !RETRIED.has(status);
}
