import { formatUnits } from "ethers";

/** Token wei as a person reads them, to a thousandth. */
export function amount(wei: bigint): string {
  const rounded = (wei + 5n * 10n ** 14n) / 10n ** 15n;
  const [whole = "0", fraction = "0"] = formatUnits(rounded, 3).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === "0" ? grouped : `${grouped}.${fraction}`;
}

export const alita = (wei: bigint): string => `${amount(wei)} ALITA`;

/** Basis points as per cent. */
export const percent = (bps: bigint): string => `${(Number(bps) / 100).toFixed(2)} %`;

/** `part` of `whole` in per cent. */
export const share = (part: bigint, whole: bigint): string => percent((part * 10_000n) / whole);

/** A price of ALITA wei per token wei in Q128. */
export const price = (x128: bigint): string => `${amount((x128 * 10n ** 18n) >> 128n)} ALITA`;
