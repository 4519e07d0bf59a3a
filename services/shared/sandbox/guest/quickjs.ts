/** What we use of @jitl/quickjs-wasmfile-release-sync 0.32.0, under the names that its build gave. */
export interface QuickJs {
  readonly u: () => void; // the C library's own start
  readonly v: (bytes: number) => number; // malloc
  readonly D: (runtime: number, bytes: number) => void; // RuntimeSetMaxStackSize
  readonly E: () => number; // GetUndefined
  readonly K: () => number; // NewRuntime
  readonly N: (runtime: number, intrinsics: number) => number; // NewContext
  readonly _: (context: number, text: number) => number; // NewString
  readonly aa: (context: number, value: number) => number; // GetArrayBuffer
  readonly ba: (context: number, value: number) => number; // GetArrayBufferLength
  readonly ma: (...called: readonly number[]) => number; // Call: context, function, this, number of values, values
  readonly na: (context: number, value: number) => number; // ResolveException: 0 if there is none
  readonly oa: (context: number, value: number) => number; // Dump: a value as text
  readonly pa: (...evaluated: readonly number[]) => number; // Eval: context, code, bytes, file name, detect, flags
  readonly Ma: (stackPointer: number) => void;
  readonly Oa: () => number; // the stack pointer
}

/** Parts of the language, as the engine counts them. No Date, no Proxy. */
const INTRINSICS = {
  baseObjects: 1 << 0,
  eval: 1 << 2, // the compiler itself; the prelude takes the function of this name away
  stringNormalize: 1 << 3,
  regExp: 1 << 4,
  regExpCompiler: 1 << 5,
  json: 1 << 6,
  mapSet: 1 << 8,
  typedArrays: 1 << 9,
  promise: 1 << 10, // modules are loaded through one; nothing that waits ever goes on
  bigInt: 1 << 11,
};

export const LANGUAGE = Object.values(INTRINSICS).reduce((all, one) => all | one);

/** How a text is evaluated. */
export const AS_SCRIPT = 0;
export const AS_MODULE = 1;

/** Stack of the interpreter, bytes: calls nest about 400 deep, less than what the meter would stop. */
export const STACK_BYTES = 120 * 1024;

/** The memory that the engine starts with and may grow to, in pages of 64 KiB. */
export const PAGE_BYTES = 65_536;
export const PAGES = { initial: 256, maximum: 1024 };
