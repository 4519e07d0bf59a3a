import { lazily } from "./lazily.ts";

const dayAndTimeFormat = lazily(() => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }));
const relativeFormat = lazily(() => new Intl.RelativeTimeFormat(undefined, { numeric: "always" }));

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Unix seconds as a day and a time of the reader's. */
export const dayAndTime = (seconds: bigint): string => dayAndTimeFormat().format(Number(seconds) * 1_000);

/** How far a moment is from now, both unix seconds, rounded: "in 3 days", "2 minutes ago"; below two days "in 47 hours". */
export function fromNow(moment: bigint, now: bigint): string {
  const distance = Number(moment - now);
  const [unit, size] = UNITS.find(([, seconds]) => Math.abs(distance) >= 2 * seconds) ?? UNITS[3];
  return relativeFormat().format(Math.round(distance / size), unit);
}
