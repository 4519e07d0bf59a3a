import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { badInput } from "../input/badInput.ts";
import { toJson } from "../output/toJson.ts";

/** What an attester said of a contribution, or was about to say when its machine stopped. */
export interface Entry {
  readonly attester: string;
  readonly chainId: string;
  readonly pool: string;
  readonly contribution: string; // hash of all that is said about it
  readonly quality: string; // bps
  readonly novelty: string; // bps
}

/** Of whose word about what an entry is. */
const SUBJECT = ["attester", "chainId", "pool", "contribution"] as const;

export type Subject = Pick<Entry, (typeof SUBJECT)[number]>;

/** Ends a line that a crash cut off: nothing was signed on it. */
const TORN = " #torn";

const ELSEWHERE = "Check its path and rights, or name another with --journal";

/** What the attester said first of this contribution; later lines never overrule it. */
export const recall = (path: string, about: Subject): Entry | undefined =>
  parse(path, textOf(path)).find((entry) => SUBJECT.every((key) => entry[key] === about[key]));

/**
 * Writes down what is about to be signed, and returns when the disk has it. Two machines that share the journal may
 * write at once: call `recall` afterwards, and sign only if the first line is this one's.
 */
export function append(path: string, entry: Entry): void {
  const text = textOf(path);
  const isWhole = text === "" || text.endsWith("\n");
  try {
    writeThrough(path, `${isWhole ? "" : `${TORN}\n`}${toJson(entry)}\n`);
    if (text === "") syncFolder(dirname(path)); // or a new file may be forgotten with its name
  } catch {
    throw badInput(`The journal ${path} cannot be written`, ELSEWHERE);
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
    throw badInput(`The journal ${path} cannot be read`, ELSEWHERE);
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
  throw badInput(
    `Line ${number} of the journal ${path} cannot be read, so it does not tell what was signed before`,
    "Restore the journal from a copy before signing anything",
  );
}

function syncFolder(path: string): void {
  if (process.platform === "win32") return; // opens no folders
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
