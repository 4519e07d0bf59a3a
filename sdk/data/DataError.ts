export type DataErrorCode =
  | "TooLarge"
  | "TooManyRecords"
  | "TooManyFields"
  | "TooDeep"
  | "NoRecords"
  | "Malformed"
  | "WrongWidth"
  | "NotARecord"
  | "NotAScalar"
  | "UnsafeName"
  | "DuplicateName"
  | "EmptyName"
  | "UndeclaredField"
  | "TooFewFeatures"
  | "OutOfRange"
  | "InvalidKey";

/** Where in the input the fault lies; both count from 1. */
export interface DataErrorPlace {
  readonly line?: number;
  readonly record?: number;
}

/** A fault in somebody's data: what is wrong, where, and what to do about it. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly code: DataErrorCode;
  readonly remedy: string;
  readonly place: DataErrorPlace;

  constructor(code: DataErrorCode, fault: string, remedy: string, place: DataErrorPlace = {}) {
    super(`${where(place)}${fault}. ${remedy}.`);
    this.code = code;
    this.remedy = remedy;
    this.place = place;
  }
}

function where({ line, record }: DataErrorPlace): string {
  if (line !== undefined) return `Line ${line}: `;
  if (record !== undefined) return `Record ${record}: `;
  return "";
}
