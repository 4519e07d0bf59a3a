/** A function type; each value type is a byte: 0x7f i32, 0x7e i64, 0x7d f32, 0x7c f64. */
export interface FunctionType {
  readonly params: readonly number[];
  readonly results: readonly number[];
}

export interface Limits {
  readonly least: number;
  readonly most?: number;
}

export interface Import {
  readonly module: string;
  readonly name: string;
  /** Index of a function's type, or a memory's limits in pages. */
  readonly type: number | Limits;
}

export type ExportKind = "function" | "table" | "memory" | "global";

export interface Export {
  readonly name: string;
  readonly kind: ExportKind;
  readonly index: number;
}

/** A vector that is passed on as it came. */
export interface RawVector {
  readonly count: number;
  readonly bytes: Uint8Array; // the entries
}

/** One function's code, from its local declarations to the end. */
export interface Body {
  readonly start: number;
  readonly end: number;
}

/** A module in parts, each within the limits and the listed features; whether it is valid is another question. */
export interface Guest {
  readonly bytes: Uint8Array;
  readonly types: readonly FunctionType[];
  readonly imports: readonly Import[];
  /** Types of all functions, imported ones first. */
  readonly functions: readonly number[];
  readonly importedFunctions: number;
  readonly tables: readonly Limits[];
  readonly memory: Limits | undefined;
  readonly importsMemory: boolean;
  readonly exports: readonly Export[];
  readonly bodies: readonly Body[];
  readonly typeSection: RawVector;
  readonly tableSection: RawVector;
  readonly globalSection: RawVector;
  readonly elementSection: RawVector;
  readonly dataSection: RawVector;
  readonly dataCount: number | undefined;
  /** What instantiation copies into tables and memory. */
  readonly elementEntries: number;
  readonly dataBytes: number;
}
