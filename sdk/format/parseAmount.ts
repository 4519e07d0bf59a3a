import { DatawellError } from "../errors/DatawellError.ts";
import { fromDecimal } from "./decimal.ts";

const AMOUNT = /^\d+(?:\.\d{1,18})?$/;

/**
 * "1,234.5" as token wei with 18 decimals.
 * @throws DatawellError BadInput
 */
export function parseAmount(text: string): bigint {
  const digits = text.trim().replaceAll(",", "");
  if (!AMOUNT.test(digits)) {
    const advice = "Write digits with at most 18 behind the point, such as 12.5";
    throw new DatawellError("BadInput", { what: `"${text}" is not an amount`, advice });
  }
  return fromDecimal(digits);
}
