import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Cell = string | number | null;

let folder: string | undefined;

/** Where files of this process are; gone when it ends, for a browser reads them when it likes. */
function ownFolder(): string {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), "datawell-records-"));
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}

let count = 0;

/** Writes records as CSV to a file of their own. */
export function csvFile(records: readonly Readonly<Record<string, Cell>>[]): string {
  const names = Object.keys(records[0] ?? {});
  const lines = records.map((record) => names.map((name) => record[name] ?? "").join(","));
  const file = join(ownFolder(), `records-${++count}.csv`);
  writeFileSync(file, [names.join(","), ...lines].join("\n"));
  return file;
}

const FLIGHTS = new URL("../../../node_modules/vega-datasets/data/flights-5k.json", import.meta.url);

/** Real flights that no dataset of the story has. */
export const flights = (most = 600): string =>
  csvFile((JSON.parse(readFileSync(FLIGHTS, "utf8")) as Record<string, Cell>[]).slice(0, most));

const DAY = 86_400_000; // milliseconds

/** A weather of its own for every `seed`, as the house's dataset declares it. */
export const weather = (seed: number, days = 200): string =>
  csvFile(
    Array.from({ length: days }, (_, day) => ({
      date: new Date(Date.UTC(2024, 0, 1) + day * DAY).toISOString().slice(0, 10),
      rain: ((seed * 7_919 + day * 104_729) % 997) / 10,
    })),
  );
