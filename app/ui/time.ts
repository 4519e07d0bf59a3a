const DAY_AND_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Unix seconds as a day and a time of the reader's. */
export const dayAndTime = (seconds: bigint): string => DAY_AND_TIME.format(Number(seconds) * 1_000);

/** How far a moment is from now, both unix seconds: "in 3 days", "2 minutes ago". */
export function fromNow(moment: bigint, now: bigint): string {
  const distance = Number(moment - now);
  const [unit, size] = UNITS.find(([, seconds]) => Math.abs(distance) >= seconds) ?? UNITS[3];
  return RELATIVE.format(Math.trunc(distance / size), unit);
}
