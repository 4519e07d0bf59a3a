import { lazily } from "../../ui/lazily.ts";
import { dayAndTime } from "../../ui/time.ts";

const COUNT = new Intl.NumberFormat();
const SHORT = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 4 });

/** A number of things. */
export const count = (value: number | bigint): string => COUNT.format(value);

/** A number of a picture. */
export const short = (value: number): string => SHORT.format(value);

const dayFormat = lazily(() => new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }));
const LONG = 3 * 86_400; // seconds, of which the time of day does not matter

/** When a picture of what happened begins and ends, both unix seconds. */
export function endsOf(first: number, last: number): readonly [string, string] {
  const say = last - first < LONG ? moment : (seconds: number) => dayFormat().format(seconds * 1_000);
  return [say(first), say(last)];
}

/** Unix seconds of a picture. */
export const moment = (seconds: number): string => dayAndTime(BigInt(Math.trunc(seconds)));
