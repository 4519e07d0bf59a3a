/** A record as a program sees it, under the names of the fields that its task lists. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The numbers in a field; what is missing or no number is left out. */
export function numbersIn(rows: readonly Row[], field: string): number[] {
  const numbers: number[] = [];
  for (const row of rows) {
    const cell = row[field];
    if (typeof cell === "number") numbers.push(cell);
  }
  return numbers;
}

/** A number in whole parts of 1/scale, halves up. */
export function toFixed(value: number, scale: number): number {
  return Math.round(value * scale);
}

/** So many zeros. */
export function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
