const GAP = "  ";
const IS_NUMERIC = /^\d(?!x)/; // not an address or a hash

/** Lines of cells padded to the width of their columns; columns of numbers are aligned to the right. */
export function align(rows: readonly (readonly string[])[], head: readonly string[] = []): readonly string[] {
  const all = head.length > 0 ? [head, ...rows] : rows;
  const columns = Math.max(0, ...all.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  const isNumeric = widths.map((_, i) => head.length > 0 && rows.every((row) => IS_NUMERIC.test(row[i] ?? "")));
  return all.map((row) =>
    row
      .map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join(GAP)
      .trimEnd(),
  );
}
