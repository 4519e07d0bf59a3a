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

/** The first mutant within the place of an error, else the last before it. */
function mutantAt(file: string, content: string, error: CompilerError, skip: ReadonlySet<number>): number {
  const { sourceLocation: place } = error;
  const bytes = Buffer.from(content).toString("latin1");
  if (place?.file === file) {
    const inside = idsIn(bytes.slice(place.start, place.end))[0];
    const id = inside ?? idsIn(bytes.slice(0, place.start)).at(-1);
    if (id !== undefined && !skip.has(id)) return id;
  }
  throw new Error(`${file} does not compile with its mutants\n${error.formattedMessage}`);
}

const idsIn = (text: string): number[] =>
  [...text.matchAll(/(?:Mutant_\.on\(|eq\(mutant_, )(\d+)/g)].map(([, id]) => Number(id));
