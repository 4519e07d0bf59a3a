import { ServiceError } from "../shared/http/ServiceError.ts";

/** 404: it is not there, or not yet. */
export const absent = (fault: string, remedy = "Look at the job's stage and ask again later"): ServiceError =>
  new ServiceError({ status: 404, code: "NotThere", fault, remedy });

/** 400: no device that keeps to the protocol says this. */
export const unfit = (code: string, fault: string, remedy: string): ServiceError =>
  new ServiceError({ status: 400, code, fault, remedy });

/** 403: it is not for who asks. */
export const forbidden = (code: string, fault: string, remedy: string): ServiceError =>
  new ServiceError({ status: 403, code, fault, remedy });

/** 409: it contradicts what was said before, or comes at the wrong time. */
export const conflict = (code: string, fault: string, remedy: string): ServiceError =>
  new ServiceError({ status: 409, code, fault, remedy });

/** 503: it cannot be known now. */
export const chainAway = (cause: unknown): ServiceError =>
  new ServiceError({
    status: 503,
    code: "ChainUnavailable",
    fault: "The chain cannot be asked now",
    remedy: "Nothing was taken over; send the same again later",
    retryAfter: 5,
    cause,
  });

export const stageOver = (stage: string, needed: string): ServiceError =>
  conflict("WrongStage", `The round is ${stage}, this belongs to ${needed}`, "Look at the job's stage");

export const late = (): ServiceError =>
  conflict("WrongStage", "The time for this step is over", "Nothing more is needed of this device");

export const alreadySaid = (what: string): ServiceError =>
  conflict("AlreadySaid", `Another ${what} of this device was taken before`, "Send the first one again, or nothing");

export const rosterMoved = (): ServiceError =>
  conflict("RosterMoved", "The chain was reorganized, and the roster is in another block", "Look at your place again");
