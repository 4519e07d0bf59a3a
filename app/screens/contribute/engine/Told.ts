import type { AttesterRefusal } from "#sdk/attestation/RemoteAttestation.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { capital } from "../../../data/words/capital.ts";

/** A fault as it crosses from the worker to the page or back: errors do not survive the way, words do. */
export interface Told {
  readonly name: string;
  readonly message: string; // no full stop
  readonly remedy: string; // no full stop
  readonly refusals?: readonly AttesterRefusal[]; // what each attester said
}

/** What went wrong, in words: of records, of attesters, of a wallet or of the chain. */
export function tellOf(error: unknown): Told {
  const { fault, remedy, refusals, message } = (error ?? {}) as Partial<Told> & { readonly fault?: unknown };
  if (typeof fault === "string" && typeof remedy === "string") {
    return { name: "BadInput", message: capital(fault), remedy, ...(refusals && { refusals }) };
  }
  if (error instanceof DatawellError || typeof remedy !== "string") {
    const { name, message: said, remedy: advice } = decodeError(error);
    return { name, message: said, remedy: advice };
  }
  // a DataError's message ends with its remedy
  return { name: "BadInput", message: capital(String(message).replace(`. ${remedy}.`, "")), remedy };
}

/** A fault that was told, as the page knows faults; its cause is what was told. */
export function faultOf(told: Told): DatawellError {
  if (told.name === "Rejected") return new DatawellError("Rejected", {}, { cause: told });
  return new DatawellError("BadInput", { what: told.message, advice: told.remedy }, { cause: told });
}

/** What each attester said, if that is what a fault is about. */
export function refusalsIn(error: unknown): readonly AttesterRefusal[] {
  const { cause } = (error ?? {}) as { readonly cause?: Partial<Told> };
  return cause?.refusals ?? [];
}
