import { formatUnits } from "ethers";
import type { Money } from "./Money.ts";

/** Token wei as people read them: "1,234.5 ALITA". */
export const units = (amount: bigint, { symbol, decimals }: Money): string =>
  `${grouped(formatUnits(amount, decimals))} ${symbol}`;

function grouped(decimal: string): string {
  const [whole = "0", fraction = "0"] = decimal.split(".");
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return /^0*$/.test(fraction) ? digits : `${digits}.${fraction}`;
}
