import { toDecimal } from "./decimal.ts";

/** Token wei with 18 decimals as a person reads them: "1,234.5". */
export function formatAmount(wei: bigint): string {
  const [whole = "", fraction] = toDecimal(wei).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
