/** As many periods as are bought at once. */
export const MOST_PERIODS = 12n;

/** How many periods a text asks for; undefined: it is no whole number from 1 to the most. */
export function periodsIn(text: string): bigint | undefined {
  if (!/^\d{1,3}$/.test(text.trim())) return undefined;
  const periods = BigInt(text.trim());
  return periods >= 1n && periods <= MOST_PERIODS ? periods : undefined;
}
