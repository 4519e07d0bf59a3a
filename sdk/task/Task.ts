/** What RFC 8259 can hold. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

export type ProgramKind = "wasm" | "javascript";

/**
 * What a device is asked to compute, whole: its digest is `JobRequest.program` on chain, so the transaction that opens
 * the job signs every word of it.
 */
export interface Task {
  readonly version: 1;
  readonly program: {
    readonly kind: ProgramKind;
    readonly digest: string; // sha2-256 of the bytes as shipped: the raw wasm, or the script's UTF-8 text
  };
  readonly engine: string; // digest of all that decides gas and results beside the program: ENGINES[kind]
  readonly params: JsonValue; // given to the program as they are
  readonly fields?: readonly string[]; // declared fields the program gets to see, in this order; all if absent
  readonly gasPerRow: string; // decimal; the bill is rows * gasPerRow, whatever the program used
  readonly batchRows: number; // rows for each fresh instance
  readonly output: {
    readonly length: number; // integers the program answers with
    readonly bound: string; // decimal; the device clips every coordinate to [-bound, bound]
  };
}
