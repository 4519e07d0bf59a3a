import type { BatchFailure } from "../Sandbox.ts";

/** A program as it is sent to the process that runs it. */
export interface ShippedProgram {
  readonly kind: "wasm" | "javascript";
  readonly code: Uint8Array;
  readonly params: Uint8Array; // RFC 8785 text in UTF-8
  readonly length: number;
}

/** First message: the metered engine of scripts. */
export interface Hello {
  readonly quickjs: Uint8Array<ArrayBuffer>;
}

/** A batch, or without `rows` a mere load. The program travels only where it is not known yet. */
export interface Request {
  readonly key: string; // tells programs apart
  readonly program?: ShippedProgram;
  readonly rows?: Uint8Array; // encoded as the program's kind wants them
  readonly gas: bigint;
}

export type Reply =
  | { readonly is: "ready" }
  | { readonly is: "unknown" } // send the program along
  | { readonly is: "bad"; readonly why: string } // nobody can run this program
  | { readonly is: "loaded" }
  | { readonly is: "done"; readonly gas: bigint; readonly output: BigInt64Array }
  | { readonly is: "failed"; readonly failure: BatchFailure };
