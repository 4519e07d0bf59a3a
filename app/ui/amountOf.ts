import { parseAmount } from "#sdk/format/parseAmount.ts";

/** Typed text as token wei; undefined while it is no amount above zero. */
export function amountOf(text: string): bigint | undefined {
  try {
    const wei = parseAmount(text);
    return wei > 0n ? wei : undefined;
  } catch {
    return undefined;
  }
}
