import { dayAndTime } from "../../ui/time.ts";

const COUNT = new Intl.NumberFormat();
const SHORT = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 4 });

/** A number of things. */
export const count = (value: number | bigint): string => COUNT.format(value);

/** A number of a picture. */
export const short = (value: number): string => SHORT.format(value);

/** Unix seconds of a picture. */
export const moment = (seconds: number): string => dayAndTime(BigInt(Math.trunc(seconds)));
