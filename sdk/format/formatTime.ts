const LAST = 8_640_000_000_000n; // seconds, what a Date can hold

/** Unix seconds as "2030-01-31 12:00:00 UTC". */
export const formatTime = (seconds: bigint): string =>
  seconds > LAST ? "for ever" : `${new Date(Number(seconds) * 1_000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
