import { decodeError } from "#sdk/errors/decodeError.ts";
import { parseAmount } from "#sdk/format/parseAmount.ts";

/** Numbers are shown as the reader writes them: where "1,5" is one and a half, no comma can part thousands. */
const isGrouped = new Intl.NumberFormat().formatToParts(1.5).every(({ value }) => value !== ",");

/**
 * Typed text as token wei.
 * @throws DatawellError BadInput, with what to write instead
 */
export const readAmount = (text: string): bigint => parseAmount(text, { isGrouped });

/** Typed text as token wei; undefined while it is no amount above zero. */
export function amountOf(text: string): bigint | undefined {
  try {
    const wei = readAmount(text);
    return wei > 0n ? wei : undefined;
  } catch {
    return undefined;
  }
}

/** What to write instead of what was typed; undefined while it is an amount, or may still become one. */
export function faultOf(text: string): string | undefined {
  if (/^\s*\d*\.?\s*$/.test(text)) return undefined;
  try {
    readAmount(text);
    return undefined;
  } catch (error) {
    return decodeError(error).remedy;
  }
}

/** What to write instead, in a field's own words unless it is about a comma. */
export const adviceOn = (text: string, otherwise: string): string => (text.includes(",") && faultOf(text)) || otherwise;
