import { MeterError } from "./MeterError.ts";
import { decodeGuest } from "./module/decodeGuest.ts";
import type { Import } from "./module/Guest.ts";
import { encodeMetered } from "./rewrite/encodeMetered.ts";

export interface AllowedImport {
  readonly module: string;
  readonly name: string;
}

export interface MeterOptions {
  /** What the guest may import, functions and one memory; by default nothing. */
  readonly allowedImports?: readonly AllowedImport[];
}

/**
 * Rewrites a WebAssembly module so that it pays gas for what it does, as docs/spec/meter.md says: the same gas and the same
 * results on every engine. Throws MeterError for a module that is malformed, invalid, too large or uses what is not listed.
 */
export function meter(module: Uint8Array, { allowedImports = [] }: MeterOptions = {}): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(module); // what was checked is what is rewritten, whoever else holds the bytes
  const guest = decodeGuest(copy);
  for (const wanted of guest.imports) requireAllowed(wanted, allowedImports);
  if (!WebAssembly.validate(copy)) {
    throw new MeterError(
      "Invalid",
      "The module is not valid WebAssembly",
      "Build it again and check it with a validator",
    );
  }
  return encodeMetered(guest);
}

function requireAllowed(wanted: Import, allowed: readonly AllowedImport[]): void {
  if (allowed.some(({ module, name }) => module === wanted.module && name === wanted.name)) return;
  const remedy = "A guest gets no clock, network, files or randomness; compile it without this import";
  throw new MeterError("UnlistedImport", `The module imports "${wanted.module}" "${wanted.name}"`, remedy);
}
