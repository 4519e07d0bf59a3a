import { toDecimal } from "#sdk/format/decimal.ts";
import { lazily } from "./lazily.ts";

/** At most so many significant digits: a price or a balance is read, not copied. */
const SHORT = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });

/** Token wei as somebody reads it: "1,234.5". The exact amount belongs in a title. */
export const money = (wei: bigint): string => SHORT.format(toDecimal(wei) as `${number}`);

const BOUNDS = {
  least: lazily(() => new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6, roundingMode: "floor" })),
  most: lazily(() => new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6, roundingMode: "ceil" })),
};

/** What somebody relies on: "at least" never shows more than it is, and "at most" never less. */
export type Bound = keyof typeof BOUNDS;

/** A bound, token wei, as somebody reads it. */
export const moneyAt = (bound: Bound, wei: bigint): string => BOUNDS[bound]().format(toDecimal(wei) as `${number}`);

/** An amount that follows from another one, for a field: a bound that can be read, without marks between its digits. */
export const fieldMoney = (bound: Bound, wei: bigint): string => FIELDS[bound]().format(toDecimal(wei) as `${number}`);

const fieldFormat = (roundingMode: "floor" | "ceil") =>
  lazily(() => new Intl.NumberFormat("en-US", { maximumSignificantDigits: 8, useGrouping: false, roundingMode }));

const FIELDS = { least: fieldFormat("floor"), most: fieldFormat("ceil") };

/** Token wei with all its digits, for a title or a field. */
export const exactMoney = (wei: bigint): string => toDecimal(wei);

const percentFormat = lazily(() => new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 2 }));

/** Basis points as per cent. */
export const percent = (bps: bigint): string => percentFormat().format(Number(bps) / 10_000);

/** A Q128 price (ALITA wei per Data Token wei) as wad, ALITA wei for one Data Token. */
export const priceOfOne = (priceX128: bigint): bigint => (priceX128 * 10n ** 18n) >> 128n;
