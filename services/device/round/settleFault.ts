import { DeviceError, type DeviceErrorCode } from "../DeviceError.ts";
import type { Context } from "./Context.ts";

/** Faults that another answer, or the provider, can mend while the round lasts. */
const PASSING = new Set<DeviceErrorCode>(["WrongRoster", "WrongSurvivors", "WrongPayout", "FileUnreadable"]);

/** Faults that are no more than a coordinator's word. */
const SAID = new Set<DeviceErrorCode>(["LeftOut", "Failed"]);

/** Refusals over HTTP that are not for good: not there yet, too slow, too early, too often. */
const RETRIED = new Set([404, 408, 425, 429]);

/** Whose fault it was, and of how many coordinators that the device asks. */
export interface FaultOf {
  readonly jobId: string;
  readonly coordinator: string;
  readonly among: number;
}

/**
 * What a fault means for a round that has delivered nothing: it ends if nothing can mend it. If it is a coordinator's
 * word, another may still run the round, so it ends when all have said so. What was delivered stays until the chain has
 * paid or cannot pay any more.
 * @returns milliseconds to wait at least
 */
export async function settleFault(context: Context, of: FaultOf, error: unknown): Promise<number> {
  const { ledger, log, farewells } = context;
  const { jobId, coordinator, among } = of;
  const now = await ledger.find(jobId);
  const isEarly = now?.stage === "enrolled" || now?.stage === "shared";
  if (isEarly && isFinal(error)) {
    farewells.add(jobId, coordinator);
    if (isOwn(error) || farewells.count(jobId) === among) {
      const { fault, message } = error as Error & { readonly fault?: string };
      await ledger.end(jobId, "dropped", fault ?? message);
      farewells.forget(jobId);
      log.info("dropped out", { jobId, error });
      return 0;
    }
  }
  const level = (error as { readonly status?: unknown }).status === 404 ? "debug" : "warn"; // it may be another's job
  log[level]("round held up", { jobId, coordinator, stage: now?.stage, error });
  return 1_000 * ((error as { readonly retryAfter?: number }).retryAfter ?? 0);
}

/** What the chain or the device itself says, and no coordinator. */
const isOwn = (error: unknown): boolean => error instanceof DeviceError && !SAID.has(error.code);

function isFinal(error: unknown): boolean {
  if (error instanceof DeviceError) return !PASSING.has(error.code);
  const { status } = error as { readonly status?: unknown };
  return typeof status === "number" && status >= 400 && status < 500 && !RETRIED.has(status);
}
