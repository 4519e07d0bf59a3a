import type { Log } from "../shared/log/createLog.ts";
import type { DeviceError } from "./DeviceError.ts";

/** A job that the device does not take part in, and why. */
export interface Refused {
  readonly jobId: string;
  readonly code: string;
  readonly why: string;
}

/** The last jobs that were refused. */
export interface Refusals {
  readonly add: (jobId: string, error: DeviceError) => void;
  readonly remove: (jobId: string) => void;
  readonly list: () => readonly Refused[]; // newest first
}

const MAX_REFUSED = 100;

export function createRefusals(log: Log): Refusals {
  const refused = new Map<string, Refused>();
  return {
    add: (jobId, { code, fault }) => {
      if (refused.get(jobId)?.code !== code) log.info("job refused", { jobId, code, fault });
      refused.delete(jobId);
      if (refused.size >= MAX_REFUSED) refused.delete(refused.keys().next().value as string);
      refused.set(jobId, { jobId, code, why: fault });
    },
    remove: (jobId) => void refused.delete(jobId),
    list: () => [...refused.values()].toReversed(),
  };
}
