import type { Opening } from "#sdk/attestation/wire.ts";
import { recordHash } from "#sdk/data/contentRoot.ts";
import type { Row } from "#sdk/data/table.ts";
import { verifyRecord } from "#sdk/math/recordTree.ts";
import { refusal } from "../refusal.ts";

interface Opened {
  readonly root: string;
  readonly count: number; // records under the root
  readonly width: number; // declared fields
  readonly drawn: readonly number[]; // positions that must be there
  readonly spare: number; // how many others may be
  readonly openings: readonly Opening[];
}

/**
 * The rows behind openings, by their positions, when all hold.
 * @throws ServiceError 422 WrongOpenings (not those that were drawn), ForgedOpening (not what the root commits to)
 */
export function openedRows({ root, count, width, drawn, spare, openings }: Opened): ReadonlyMap<number, Row> {
  const rows = new Map<number, Row>(openings.map(({ index, row }) => [index, row]));
  const isComplete = drawn.every((index) => rows.has(index)) && rows.size === openings.length;
  if (!isComplete || openings.length > drawn.length + spare) {
    throw refusal(
      "WrongOpenings",
      "These are not the records that were drawn",
      "Open each drawn record once, and one witness for each drawn lane",
    );
  }
  for (const { index, salt, siblings, row } of openings) {
    if (row.length === width && verifyRecord(root, { index, count, salt, siblings, record: recordHash(row) })) continue;
    throw refusal(
      "ForgedOpening",
      `Record ${index} is not what the content root commits to`,
      "Open the records as they were when the root was made, with its secret",
    );
  }
  return rows;
}
