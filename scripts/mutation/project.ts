import { readdirSync, readFileSync } from "node:fs";
import { declarationsOf, dependentsOf, type Trees } from "./dependents.ts";
import { instrument } from "./instrument.ts";
import type { Job } from "./hunt.ts";
import type { Mutant } from "./Mutant.ts";
import { schemaOf } from "./schema.ts";
import { parse, type Sources } from "./solc.ts";

/** All mutants of a file, and the job of trying them. */
export interface Target {
  readonly mutants: readonly Mutant[];
  readonly job: Omit<Job, "isolate">;
}

/** Interfaces and types have no code of their own. */
const IS_MUTATED = /^contracts\/(?!interfaces\/|types\/)/;

/** Code under test is run by test contracts; other helpers reach it from within those. */
const IS_RUN = /^contracts\/|\.t\.sol:/;

export function readSources(): Sources {
  const files = ["contracts", "test"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const solidity = files.filter((file) => file.endsWith(".sol")).toSorted();
  return Object.fromEntries(solidity.map((file) => [file, readFileSync(file, "utf8")]));
}

/** The mutants of every file in contracts/, or of those in `only`. */
export function targetsOf(sources: Sources, only: readonly string[] = []): Target[] {
  const trees: Trees = parse(sources);
  const declarations = declarationsOf(trees);
  const dependents = dependentsOf(trees, declarations);
  const files = Object.keys(sources).filter((file) => IS_MUTATED.test(file));
  const chosen = only.length > 0 ? files.filter((file) => only.includes(file)) : files;
  return chosen.flatMap((file) => {
    const [content, ast] = [sources[file], trees[file]];
    if (content === undefined || ast === undefined) return [];
    const schema = schemaOf({ file, content, ast, declarations });
    const instrumented = instrument(file, schema, sources);
    const mutants = schema.mutants.filter(({ id }) => instrumented.ids.has(id));
    const names = (dependents.get(file) ?? []).filter((name) => IS_RUN.test(name));
    return [{ mutants, job: { file, content: instrumented.content, dependents: names, mutants } }];
  });
}
