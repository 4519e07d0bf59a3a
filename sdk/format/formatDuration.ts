const UNITS = [
  ["day", 86_400n],
  ["hour", 3_600n],
  ["minute", 60n],
  ["second", 1n],
] as const;

/** Seconds in their two largest units: "1 day 2 hours". */
export function formatDuration(seconds: bigint): string {
  const parts: string[] = [];
  let left = seconds;
  for (const [name, size] of UNITS) {
    const count = left / size;
    if (count > 0n) parts.push(`${count} ${name}${count === 1n ? "" : "s"}`);
    left %= size;
  }
  return parts.slice(0, 2).join(" ") || "0 seconds";
}
