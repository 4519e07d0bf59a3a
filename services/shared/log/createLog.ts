import { redact } from "./redact.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

export type Level = (typeof LEVELS)[number];

/** What is known of an event; `redact` says what of it is written. */
export type Facts = Readonly<Record<string, unknown>>;

/** Writes events as lines of JSON: `{ time, level, service, event, ...facts }`. */
export interface Log {
  readonly debug: (event: string, facts?: Facts) => void;
  readonly info: (event: string, facts?: Facts) => void;
  readonly warn: (event: string, facts?: Facts) => void;
  readonly error: (event: string, facts?: Facts) => void;
}

export interface LogOptions {
  readonly service: string;
  /** The least level that is written; "info" unless told otherwise. */
  readonly level?: Level;
  /** Takes a line with its line break; standard error unless told otherwise. */
  readonly write?: (line: string) => void;
  readonly clock?: () => number; // milliseconds since 1970
}

/** A log of one service. Whatever an event holds, it stays one line, and no secret leaves by it. */
export function createLog({ service, level = "info", write, clock = Date.now }: LogOptions): Log {
  const put = write ?? ((line: string) => process.stderr.write(line));
  const at =
    (own: Exclude<Level, "silent">) =>
    (event: string, facts: Facts = {}): void => {
      if (LEVELS.indexOf(own) < LEVELS.indexOf(level)) return;
      const head = { time: new Date(clock()).toISOString(), level: own, service, event };
      put(`${toLine({ ...head, ...(redact(facts) as object), ...head })}\n`); // no fact passes for the head
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** JSON in which no character moves a terminal's cursor or turns the direction of writing. */
const toLine = (entry: object): string =>
  JSON.stringify(entry).replace(
    // eslint-disable-next-line no-control-regex -- these are the ones to escape
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
