/** Why a device does not take part in a job, or stops to. */
export type Refusal =
  | "WrongJob" // the terms, the task or the program are not the ones on chain
  | "NotOpen"
  | "TooLate"
  | "ForeignContribution"
  | "NotOnDevice"
  | "SubmittedAfterOpening"
  | "Revoked"
  | "Slashed"
  | "FileChanged"
  | "FileUnreadable"
  | "BelowPolicy" // of the pool, or of this device
  | "NoPrivacy"
  | "BudgetSpent"
  | "TooMuchWork"
  | "BadProgram"
  | "CohortTooSmall"
  | "WrongRoster"
  | "WrongSurvivors"
  | "WrongPayout" // the leaf does not stand under the settlement on chain
  | "LeftOut" // the coordinator went on without this device
  | "Failed"; // the coordinator gave the round up

/** What is wrong with a device's set-up. */
export type SetUpFault = "KeyUnreadable" | "WrongPassword" | "NotContributed";

export type DeviceErrorCode = Refusal | SetUpFault;

/** Something that a device does not do, and what its provider can do about it. */
export class DeviceError extends Error {
  override readonly name = "DeviceError";
  readonly code: DeviceErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: DeviceErrorCode, fault: string, remedy: string, options?: ErrorOptions) {
    super(`${fault}. ${remedy}.`, options);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
