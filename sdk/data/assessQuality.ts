import { ratioBpsDown } from "./bps.ts";
import { conforms } from "./conforms.ts";
import { DataError } from "./DataError.ts";
import { exactCell } from "./normalizeCell.ts";
import { parseDate } from "./parseDate.ts";
import { recordKeys } from "./recordKeys.ts";
import type { Cell, Field, Row } from "./table.ts";

/** What each part of the measure counts for; a part that does not apply leaves its weight to the others. */
export const QUALITY_WEIGHTS = {
  conformance: 40n,
  completeness: 30n,
  uniqueness: 20n,
  freshness: 10n,
} as const;

/** Below these no weighing helps: the quality is 0. */
export const QUALITY_GATE = {
  records: 10,
  conformance: 5_000,
  completeness: 2_500,
  uniqueness: 1_000,
} as const;

/** Age at which a record has lost all its freshness unless told otherwise, seconds. */
export const FRESHNESS_HORIZON = 10 * 365 * 86_400;

export interface QualityOptions {
  readonly now: number; // unix seconds, the same for all attesters
  readonly freshnessField?: string; // a field of type date; the first one unless told otherwise
  readonly freshnessHorizon?: number; // seconds
}

/** All in basis points; freshness is absent where no field is a date. */
export interface QualityParts {
  readonly conformance: number; // cells that are what their field declares
  readonly completeness: number; // cells that are there
  readonly uniqueness: number; // records that repeat no other
  readonly freshness?: number; // youth of the median record
}

export interface Quality {
  readonly quality: number; // bps
  readonly passesGate: boolean;
  readonly parts: QualityParts;
}

/**
 * Measures records against their declared fields. Integers only: whoever measures the same finds the same.
 * @throws DataError OutOfRange, UndeclaredField
 */
export function assessQuality(rows: readonly Row[], fields: readonly Field[], options: QualityOptions): Quality {
  return qualityOf(measure(rows, fields, options), rows.length);
}

/** The quality of so many records whose parts are these. */
export function qualityOf(parts: QualityParts, records: number): Quality {
  const passesGate =
    records >= QUALITY_GATE.records &&
    parts.conformance >= QUALITY_GATE.conformance &&
    parts.completeness >= QUALITY_GATE.completeness &&
    parts.uniqueness >= QUALITY_GATE.uniqueness;
  return { quality: passesGate ? weigh(parts) : 0, passesGate, parts };
}

function measure(rows: readonly Row[], fields: readonly Field[], options: QualityOptions): QualityParts {
  let conforming = 0;
  let present = 0;
  for (const row of rows) {
    fields.forEach((field, column) => {
      const cell = row[column] ?? null;
      if (conforms(cell, field)) conforming++;
      if (!isBlank(cell)) present++;
    });
  }
  const cells = rows.length * fields.length;
  const freshness = measureFreshness(rows, fields, options);
  return {
    conformance: ratioBpsDown(conforming, cells),
    completeness: ratioBpsDown(present, cells),
    uniqueness: ratioBpsDown(new Set(recordKeys(rows, fields, exactCell)).size, rows.length),
    ...(freshness === undefined ? {} : { freshness }),
  };
}

/** Whether a cell holds nothing: null, or a text of nothing but white space. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Falls in a straight line from 100 % now to 0 at the horizon. */
function measureFreshness(rows: readonly Row[], fields: readonly Field[], options: QualityOptions): number | undefined {
  const horizon = options.freshnessHorizon ?? FRESHNESS_HORIZON;
  const ageOf = recordAge(fields, options);
  if (ageOf === undefined || rows.length === 0) return undefined;
  const ages = rows.map(ageOf);
  const median = ages.toSorted((a, b) => a - b)[ages.length >> 1] as number;
  return ratioBpsDown(horizon - median, horizon);
}

/**
 * Tells the age of a record in seconds, between 0 and the horizon: a date that is missing, wrong or yet to come is the
 * oldest. Undefined where no field is a date.
 * @throws DataError OutOfRange, UndeclaredField
 */
export function recordAge(fields: readonly Field[], options: QualityOptions): ((row: Row) => number) | undefined {
  const { now, freshnessField, freshnessHorizon: horizon = FRESHNESS_HORIZON } = options;
  if (!Number.isSafeInteger(now) || now < 0) {
    throw new DataError("OutOfRange", `now is ${now}`, "Pass whole unix seconds");
  }
  if (!Number.isSafeInteger(horizon) || horizon <= 0) {
    throw new DataError("OutOfRange", `the freshness horizon is ${horizon}`, "Pass whole seconds above 0");
  }
  const column = fields.findIndex(({ name, type }) => type === "date" && (freshnessField ?? name) === name);
  if (column === -1 && freshnessField !== undefined) {
    throw new DataError("UndeclaredField", `"${freshnessField}" is not a declared date`, "Name a field of type date");
  }
  if (column === -1) return undefined;
  return (row) => {
    const cell = row[column];
    const time = typeof cell === "string" ? parseDate(cell) : undefined;
    return time === undefined || time > now ? horizon : Math.min(now - time, horizon);
  };
}

function weigh(parts: QualityParts): number {
  let sum = 0n;
  let weights = 0n;
  for (const [name, weight] of Object.entries(QUALITY_WEIGHTS)) {
    const part = parts[name as keyof QualityParts];
    if (part === undefined) continue;
    sum += weight * BigInt(part);
    weights += weight;
  }
  return Number(sum / weights);
}
