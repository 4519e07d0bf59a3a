import type { FunctionType, Guest } from "../module/Guest.ts";

const EMPTY = -64;

/** What a block takes and gives, from its type as `readInstruction` returns it. */
export function blockType(guest: Guest, value: number): FunctionType {
  if (value === EMPTY) return { params: [], results: [] };
  if (value < 0) return { params: [], results: [value + 128] };
  return typeAt(guest, value);
}

/** A type that validation has found to be there. */
export function typeAt(guest: Guest, index: number): FunctionType {
  return guest.types[index] as FunctionType;
}
