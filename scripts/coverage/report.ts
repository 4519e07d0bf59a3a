import type { Exception } from "./exceptions.ts";
import type { Point } from "./points.ts";

export interface FileCoverage {
  readonly file: string;
  readonly lines: Count;
  readonly branches: Count;
}

interface Count {
  readonly covered: number;
  readonly all: number;
}

export interface Coverage {
  readonly files: readonly FileCoverage[];
  /** Not run, and no exception. */
  readonly missed: readonly Point[];
  /** Exceptions that nothing needs. */
  readonly idle: readonly Exception[];
}

/** What was run of `points`, given the ids that reported themselves. What is excepted counts as run. */
export function coverageOf(
  points: readonly Point[],
  hits: ReadonlySet<number>,
  exceptions: readonly Exception[],
): Coverage {
  const unrun = points.filter(({ id }) => !hits.has(id));
  const covers = ({ file, text }: Exception, point: Point) => point.file === file && point.text === text;
  const missed = unrun.filter((point) => !exceptions.some((exception) => covers(exception, point)));
  const lost = new Set(missed.map(({ id }) => id));
  const files = [...new Set(points.map(({ file }) => file))].map((file) => {
    const own = points.filter((point) => point.file === file);
    return { file, lines: countLines(own, lost), branches: countBranches(own, lost) };
  });
  return { files, missed, idle: exceptions.filter((e) => !unrun.some((point) => covers(e, point))) };
}

/** A line is covered when every statement that begins on it is. */
function countLines(points: readonly Point[], lost: ReadonlySet<number>): Count {
  const statements = points.filter(({ kind }) => kind === "statement");
  const all = new Set(statements.map(({ line }) => line));
  const broken = new Set(statements.filter(({ id }) => lost.has(id)).map(({ line }) => line));
  return { covered: all.size - broken.size, all: all.size };
}

function countBranches(points: readonly Point[], lost: ReadonlySet<number>): Count {
  const branches = points.filter(({ kind }) => kind === "branch");
  return { covered: branches.filter(({ id }) => !lost.has(id)).length, all: branches.length };
}

export const total = (counts: readonly Count[]): Count => ({
  covered: counts.reduce((sum, { covered }) => sum + covered, 0),
  all: counts.reduce((sum, { all }) => sum + all, 0),
});

export const percent = ({ covered, all }: Count): string => (all === 0 ? 100 : (100 * covered) / all).toFixed(2);

/** The usual format of coverage services. */
export function lcov(points: readonly Point[], hits: ReadonlySet<number>): string {
  return [...new Set(points.map(({ file }) => file))].map((file) => record(file, points, hits)).join("");
}

function record(file: string, points: readonly Point[], hits: ReadonlySet<number>): string {
  const own = points.filter((point) => point.file === file);
  const ran = ({ id }: Point) => Number(hits.has(id));
  const lines = new Map<number, number>();
  for (const point of own.filter(({ kind }) => kind === "statement"))
    lines.set(point.line, Math.min(lines.get(point.line) ?? 1, ran(point)));
  const branches = own.filter(({ kind }) => kind === "branch");
  return [
    `SF:${file}`,
    ...[...lines].map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.size}`,
    `LH:${[...lines.values()].filter((count) => count > 0).length}`,
    ...branches.map((point) => `BRDA:${point.line},0,${point.id},${ran(point) || "-"}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter((point) => ran(point) > 0).length}`,
    "end_of_record\n",
  ].join("\n");
}
