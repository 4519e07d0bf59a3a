import { formatUnits } from "ethers";
import type { Money } from "./Money.ts";

const DECIMALS = /^(\d*[1-9]\d*\.\d{6}|0\.0*\d{6})\d*$/;

/** Token wei as people read them, "1,234.5 ALITA": six decimals or significant digits, the rest cut off. */
export const units = (amount: bigint, { symbol, decimals }: Money): string =>
  `${grouped(formatUnits(amount, decimals).replace(DECIMALS, "$1"))} ${symbol}`;

function grouped(decimal: string): string {
  const [whole = "0", fraction = "0"] = decimal.split(".");
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const rest = fraction.replace(/0+$/, "");
  return rest === "" ? digits : `${digits}.${rest}`;
}
