import type { Artifact } from "@nomicfoundation/edr";
import { artifactOf, isSuite, nameOf } from "../mutation/artifacts.ts";
import { declarationsOf, dependentsOf } from "../mutation/dependents.ts";
import { compile, parse, splitName, UNOPTIMIZED, type Bytecode, type Sources } from "../mutation/solc.ts";
import { runSuite, type Effort } from "../mutation/suites.ts";
import { instrument, withHits, type Point } from "./points.ts";

export interface Measured {
  readonly points: readonly Point[];
  /** Ids of the points that a test passed. */
  readonly hits: ReadonlySet<number>;
  /** Tests that failed; what they passed counts all the same. */
  readonly failed: readonly string[];
}

const IS_MEASURED = /^contracts\//;

/** Runs all test contracts among `artifacts` on instrumented code. */
export async function measure(sources: Sources, artifacts: readonly Artifact[], effort: Effort): Promise<Measured> {
  const { instrumented, points, dependents } = instrumentAll(sources);
  const code = compileAll(instrumented, dependents);
  const linked = artifacts.map((artifact) => {
    const replaced = code.get(nameOf(artifact));
    return replaced ? artifactOf(...splitName(nameOf(artifact)), replaced) : artifact;
  });
  const others = linked.filter((artifact) => !isSuite(artifact));
  const suites = linked.filter(isSuite);
  const runs = await Promise.all(suites.map((suite) => runSuite(suite, others, effort)));
  return {
    points,
    hits: new Set(runs.flatMap(({ reached }) => [...reached])),
    failed: runs.flatMap(({ failed }, i) => failed.map((test) => `${suites[i]?.id.name}.${test}`)),
  };
}

/** Test contracts need no optimizer, the large ones under test do. */
function compileAll(sources: Sources, names: readonly string[]): Map<string, Bytecode> {
  const tests = names.filter((name) => !IS_MEASURED.test(name));
  const contracts = names.filter((name) => IS_MEASURED.test(name));
  return new Map([...compile(sources, contracts), ...compile(sources, tests, UNOPTIMIZED)]);
}

/** The sources with every file of contracts/ instrumented, and the contracts that carry code of one. */
function instrumentAll(sources: Sources) {
  const trees = parse(sources);
  const files = Object.keys(sources).filter((file) => IS_MEASURED.test(file));
  const byFile = dependentsOf(trees, declarationsOf(trees));
  const points: Point[] = [];
  const written: Record<string, string> = {};
  let next = 1;
  for (const file of files) {
    const [content, ast] = [sources[file], trees[file]];
    if (content === undefined || ast === undefined) continue;
    const done = instrument(file, content, ast, next);
    if (done.points.length === 0) continue; // declares only
    written[file] = done.content;
    points.push(...done.points);
    next = done.next;
  }
  const dependents = new Set(Object.keys(written).flatMap((file) => byFile.get(file) ?? []));
  return { instrumented: withHits({ ...sources, ...written }), points, dependents: [...dependents] };
}
