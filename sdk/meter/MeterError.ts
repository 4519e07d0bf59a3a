export type MeterErrorCode =
  // The file
  | "Malformed" // not the binary format, or bytes missing or left over
  | "Invalid" // well formed, but WebAssembly's own validation refuses it
  | "TooLarge" // over one of LIMITS_V1
  // What a guest may not have
  | "UnlistedImport"
  | "ImportKind" // a table, global or tag from outside
  | "StartFunction"
  | "SharedMemory"
  | "Memory64"
  | "ManyMemories"
  | "PageSize"
  | "ReservedName" // an export whose name is the meter's
  | "UnsupportedType"
  | "UnsupportedConstant" // an initial value that is computed
  | "UnsupportedSection"
  | "UnsupportedSegment"
  // Instructions, by the proposal that brought them
  | "Simd"
  | "Threads"
  | "Exceptions"
  | "TailCalls"
  | "References"
  | "GarbageCollection"
  | "UnknownInstruction";

/** A module that the meter refuses: what is wrong, at which byte of the file, and what to do about it. */
export class MeterError extends Error {
  override readonly name = "MeterError";
  readonly code: MeterErrorCode;
  readonly fault: string;
  readonly remedy: string;

  constructor(code: MeterErrorCode, fault: string, remedy: string) {
    super(`${fault}. ${remedy}.`);
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
  }
}
