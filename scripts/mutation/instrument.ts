import { readFileSync } from "node:fs";
import { SWITCH_FILE, type Schema } from "./schema.ts";
import { check, type CompilerError, type Sources } from "./solc.ts";

export const SWITCH_SOURCE = readFileSync(new URL("Mutant_.sol", import.meta.url), "utf8");

export interface Instrumented {
  readonly content: string;
  /** The mutants in it; others would not compile. */
  readonly ids: ReadonlySet<number>;
}

/** The file with all mutants that the compiler accepts. */
export function instrument(file: string, schema: Schema, sources: Sources): Instrumented {
  const skip = new Set<number>();
  for (;;) {
    const content = schema.write(skip);
    const errors = check(withSwitch({ ...sources, [file]: content }), file);
    if (errors.length === 0) {
      const ids = schema.mutants.map(({ id }) => id).filter((id) => !skip.has(id));
      return { content, ids: new Set(ids) };
    }
    for (const error of errors) skip.add(mutantAt(file, content, error, skip));
  }
}

export const withSwitch = (sources: Sources): Sources => ({ ...sources, [SWITCH_FILE]: SWITCH_SOURCE });

/** The first mutant within the place of an error, else in the rest of the statement, else the last one before. */
function mutantAt(file: string, content: string, error: CompilerError, skip: ReadonlySet<number>): number {
  const { file: at, start, end } = error.sourceLocation ?? { file: "", start: 0, end: 0 };
  const bytes = Buffer.from(content).toString("latin1");
  const behind = bytes.indexOf(";", end);
  const near = [...idsIn(bytes.slice(start, end)), ...idsIn(bytes.slice(end, behind))];
  const suspects = at === file ? [...near, ...idsIn(bytes.slice(0, start)).toReversed()] : [];
  const id = suspects.find((suspect) => !skip.has(suspect));
  if (id === undefined) throw new Error(`${file} does not compile with its mutants\n${error.formattedMessage}`);
  return id;
}

const idsIn = (text: string): number[] =>
  [...text.matchAll(/(?:Mutant_\.on\(|eq\(mutant_, )(\d+)/g)].map(([, id]) => Number(id));
