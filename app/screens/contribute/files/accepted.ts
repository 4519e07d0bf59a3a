/** What the file chooser offers. */
export const ACCEPTED = ".csv,.json,.jsonl,.ndjson";
