export interface FileCoverage {
  readonly file: string;
  readonly covered: number;
  readonly lines: number;
}

/** Reads an lcov report: `SF:` names a file, `LH:` and `LF:` count its covered and its countable lines. */
export function parseLcov(report: string): FileCoverage[] {
  return report
    .split("end_of_record")
    .map((record) => ({ file: field(record, "SF"), covered: field(record, "LH"), lines: field(record, "LF") }))
    .filter(({ file }) => file !== "")
    .map(({ file, covered, lines }) => ({ file, covered: Number(covered), lines: Number(lines) }));
}

const field = (record: string, key: string): string => new RegExp(`^${key}:(.*)$`, "m").exec(record)?.[1] ?? "";

/** Covered share of the countable lines, in per cent; a file without any is wholly covered. */
export const percent = ({ covered, lines }: Omit<FileCoverage, "file">): number =>
  lines === 0 ? 100 : (100 * covered) / lines;

export const sum = (files: readonly FileCoverage[]): Omit<FileCoverage, "file"> => ({
  covered: files.reduce((total, { covered }) => total + covered, 0),
  lines: files.reduce((total, { lines }) => total + lines, 0),
});
