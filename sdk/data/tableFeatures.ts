import { type Hash64, hashPair, hashText, seedOf } from "../math/keyedHash.ts";
import { canonicalColumns, type Column } from "./canonicalColumns.ts";
import { coarseCell } from "./normalizeCell.ts";
import type { Cell, Field, Row } from "./table.ts";

/** Columns up to which every pair of cells is a feature; wider tables pair each column with its next NEIGHBOURS. */
const ALL_PAIRS = 17;
const NEIGHBOURS = 8;

/** Hands every feature of a record to `take`; a record without cells has none. */
export type Features = (row: Row, take: (feature: Hash64) => void) => void;

/**
 * The features of a table's records, of two kinds: every pair of neighbouring cells, which survive an edit elsewhere in
 * the record, and every whole record, which tells slices of one source apart when their pairs repeat. The fewer
 * different pairs there are, the more the records count.
 */
export function tableFeatures(fields: readonly Field[], seed: string): Features {
  const columns = canonicalColumns(fields);
  const start = seedOf(seed);
  const hashers = columns.map((column) => cellHasher(column, start));
  const pairs = columnPairs(columns.length);
  const weight = Math.max(1, columns.length >> 1); // of a whole record, counted in pairs
  return (row, take) => {
    const cells = columns.map(({ index }, i) => (hashers[i] as CellHasher)(row[index] ?? null));
    if (cells.every((cell) => cell === null)) return;
    for (const [i, j] of pairs) {
      const [left, right] = [cells[i], cells[j]];
      if (left && right) take(hashPair(left, right));
    }
    const record = cells.reduce<Hash64>((all, cell) => hashPair(all, cell ?? MISSING), start);
    for (let i = 0; i < weight; i++) take(hashPair(record, { hi: i, lo: i }));
  };
}

const MISSING: Hash64 = { hi: 0, lo: 0 };

type CellHasher = (cell: Cell) => Hash64 | null;

/** A cell's hash starts from its column's, so that equal values of two columns differ. Remembers the values it saw. */
function cellHasher({ name, field }: Column, seed: Hash64): CellHasher {
  const start = hashText(name, seed);
  const known = new Map<Cell, Hash64 | null>();
  return (cell) => {
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const normal = coarseCell(cell, field);
    const hash = normal === null ? null : hashText(normal, start);
    known.set(cell, hash);
    return hash;
  };
}

function columnPairs(count: number): readonly (readonly [number, number])[] {
  const reach = count <= ALL_PAIRS ? count - 1 : NEIGHBOURS;
  return Array.from({ length: count }, (_, i) => i).flatMap((i) =>
    Array.from({ length: reach }, (_, d) => i + d + 1)
      .filter((j) => count > ALL_PAIRS || j < count)
      .map((j) => [i, j % count] as const),
  );
}
