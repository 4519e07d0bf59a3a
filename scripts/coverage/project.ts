import { readSources } from "../mutation/project.ts";
import { parse } from "../mutation/solc.ts";
import { instrument, type Instrumented } from "./points.ts";

/** Every contract instrumented, by its file: the same ids at every call, as long as no source changes. */
export function instrumentContracts(): ReadonlyMap<string, Instrumented> {
  const sources = Object.fromEntries(Object.entries(readSources()).filter(([file]) => file.startsWith("contracts/")));
  const trees = parse(sources);
  const done = new Map<string, Instrumented>();
  let next = 1;
  for (const [file, source] of Object.entries(sources)) {
    const ast = trees[file];
    if (ast === undefined) throw new Error(`${file} has no syntax tree`);
    const instrumented = instrument(file, source, ast, next);
    next += instrumented.points.length;
    done.set(file, instrumented);
  }
  return done;
}
