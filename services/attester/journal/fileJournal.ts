import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { syncFolder } from "../../shared/disk/index.ts";
import { type Entry, type Journal, SUBJECT, type Subject } from "./Journal.ts";

/** Ends a line that a crash cut off: nothing was signed on it. */
const TORN = " #torn";

const ELSEWHERE = "Check its path and rights, or name another with --journal";

/**
 * A journal in a file of JSON lines, which processes of one machine may share: of two that write at once, the line that
 * comes first in the file stands.
 */
export const fileJournal = (path: string): Journal => ({
  recall: async (about) => recall(path, about),
  fix: async (entry) => {
    if (recall(path, entry) === undefined) append(path, entry);
    return recall(path, entry) as Entry; // read again: the line of another process may have come first
  },
});

/** Later lines never overrule the first. */
const recall = (path: string, about: Subject): Entry | undefined =>
  parse(path, textOf(path)).find((entry) => SUBJECT.every((key) => entry[key] === about[key]));

function append(path: string, entry: Entry): void {
  const text = textOf(path);
  const isWhole = text === "" || text.endsWith("\n");
  try {
    writeThrough(path, `${isWhole ? "" : `${TORN}\n`}${JSON.stringify(entry)}\n`);
    if (text === "") syncFolder(dirname(path));
  } catch {
    throw broken(`The journal ${path} cannot be written`, ELSEWHERE);
  }
}

/** Returns when the disk has it. */
function writeThrough(path: string, text: string): void {
  const file = openSync(path, "a");
  try {
    appendFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw broken(`The journal ${path} cannot be read`, ELSEWHERE);
  }
}

/** All whole lines. What stands behind the last line break was never signed. */
function parse(path: string, text: string): readonly Entry[] {
  const lines = text.split("\n").slice(0, -1);
  return lines.flatMap((line, index) => (line.endsWith(TORN) ? [] : [entryOf(path, line, index + 1)]));
}

function entryOf(path: string, line: string, number: number): Entry {
  try {
    const entry = JSON.parse(line);
    if ([...SUBJECT, "quality", "novelty"].every((key) => typeof entry[key] === "string")) return entry;
  } catch {
    // told below
  }
  throw broken(
    `Line ${number} of the journal ${path} cannot be read, so it does not tell what was signed before`,
    "Restore the journal from a copy before signing anything",
  );
}

const broken = (what: string, advice: string): DatawellError => new DatawellError("BadInput", { what, advice });
