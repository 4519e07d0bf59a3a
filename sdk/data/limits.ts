import { DataError } from "./DataError.ts";

/** Bounds on what a parser accepts, so that a hostile file costs no more than an honest one. */
export interface Limits {
  readonly characters: number; // of the whole text
  readonly records: number;
  readonly fields: number;
  readonly cell: number; // characters of one cell
  readonly depth: number; // nesting of a JSON record; 1: flat
}

export const DEFAULT_LIMITS: Limits = {
  characters: 64 * 1024 * 1024,
  records: 1_000_000,
  fields: 256,
  cell: 64 * 1024,
  depth: 4,
};

/** @throws DataError TooLarge, if a text is longer than the limits allow */
export function checkCharacters(text: string, limits: Limits): void {
  if (text.length <= limits.characters) return;
  throw new DataError(
    "TooLarge",
    `the file has ${text.length} characters, at most ${limits.characters} are accepted`,
    "Split it into several contributions",
  );
}

/** @throws DataError TooManyRecords, if a file has more than the limits allow */
export function checkRecords(count: number, limits: Limits): void {
  if (count > limits.records) {
    throw new DataError(
      "TooManyRecords",
      `the file has more than ${limits.records} records`,
      "Split it into several contributions",
    );
  }
}

/**
 * @param name of the field, which the error names with the place
 * @throws DataError Malformed if a cell is not well-formed Unicode, TooLarge if it is longer than the limits allow
 */
export function checkCell(cell: string, name: string, limits: Limits, place: { line?: number; record?: number }): void {
  if (/\p{Surrogate}/u.test(cell)) {
    throw new DataError(
      "Malformed",
      `the value of "${name}" is not well-formed Unicode`,
      "Remove the broken character",
      place,
    );
  }
  if (cell.length <= limits.cell) return;
  throw new DataError(
    "TooLarge",
    `the value of "${name}" has ${cell.length} characters, at most ${limits.cell} are accepted`,
    "Shorten it or move it to a field of its own file",
    place,
  );
}
