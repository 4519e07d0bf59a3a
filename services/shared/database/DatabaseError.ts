const REMEDIES = {
  Unreachable: "Look whether the database runs and whether its address and password are right",
  Busy: "Try again: others were writing at the same time",
  Full: "Make room on the disk of the database; nothing was half written",
  Corrupt: "Stop the service and restore the database from a backup",
  Duplicate: "It is there already",
  Failed: "This is a fault of the program: please report it",
  Misused: "This is a fault of the program: please report it",
  Outdated: "Run the version of the program that wrote this database, or a newer one",
} as const;

export type DatabaseErrorCode = keyof typeof REMEDIES;

/** What a database refused. A statement or transaction that fails has changed nothing. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: DatabaseErrorCode, fault: string, options?: ErrorOptions) {
    super(`${fault}. ${REMEDIES[code]}.`, options);
    this.code = code;
    this.fault = fault;
    this.remedy = REMEDIES[code];
  }
}
