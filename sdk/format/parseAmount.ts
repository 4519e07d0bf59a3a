import { DatawellError } from "../errors/DatawellError.ts";
import { fromDecimal } from "./decimal.ts";

const PLAIN = /^\d+(?:\.\d{1,18})?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,18})?$/;
const DECIMAL_COMMA = /^\d+,\d{1,18}$/;

export interface ParseAmountOptions {
  /** Whether commas may part thousands; not for readers whose own numbers have one before the fraction. */
  readonly isGrouped?: boolean;
}

/**
 * "1234.5" and "1,234.5" as token wei with 18 decimals. A comma never stands for the point: "1,5" is refused.
 * @throws DatawellError BadInput
 */
export function parseAmount(text: string, { isGrouped = true }: ParseAmountOptions = {}): bigint {
  const written = text.trim();
  if (isGrouped && GROUPED.test(written)) return fromDecimal(written.replaceAll(",", ""));
  if (PLAIN.test(written)) return fromDecimal(written);
  const advice = DECIMAL_COMMA.test(written)
    ? `Write ${written.replace(",", ".")}`
    : "Write digits with at most 18 behind the point, such as 12.5";
  throw new DatawellError("BadInput", { what: `"${text}" is not an amount`, advice });
}
