const ALITA = 10 ** 18; // wei
const DUST = 10n ** 9n; // wei

/** ALITA wei for people: four digits that count, and what is nearly nothing as it is. */
export const alita = (wei: bigint): string => (wei !== 0n && isDust(wei) ? `${wei} wei` : `${inTokens(wei)} ALITA`);

const isDust = (wei: bigint): boolean => wei > -DUST && wei < DUST;

const inTokens = (wei: bigint): string =>
  (Number(wei) / ALITA).toLocaleString("en-US", { maximumSignificantDigits: 4 });

/** A whole number for people, with separators. */
export const integer = (number: bigint | number): string => number.toLocaleString("en-US");

/** So many of something. */
export const counted = (number: bigint | number, thing: string): string =>
  `${integer(number)} ${thing}${number === 1 || number === 1n ? "" : "s"}`;

/** Basis points for people. */
export const percent = (bps: bigint): string => `${Number(bps) / 100} %`;

/** A part of a whole for people. */
export function shareOf(part: bigint, whole: bigint): string {
  if (whole === 0n) return "";
  const share = isDust(part) ? 0 : (Number(part) / Number(whole)) * 100;
  return `${share.toLocaleString("en-US", { maximumSignificantDigits: 3 })} %`;
}
