import type { Artifact } from "@nomicfoundation/edr";
import { isSuite, nameOf } from "./artifacts.ts";
import { withSwitch } from "./instrument.ts";
import type { Fate, Verdict } from "./Mutant.ts";
import { compile, type Bytecode, type Sources } from "./solc.ts";
import { runSuite } from "./suites.ts";

/** One file's mutants, ready to be tried. */
export interface Job {
  readonly file: string;
  /** The instrumented source. */
  readonly content: string;
  /** Contracts (`file:contract`) that have code of the file in theirs. */
  readonly dependents: readonly string[];
  readonly mutants: readonly { readonly id: number; readonly key: string }[];
  /** As the project's own test runs: whether every call of a test is a transaction of its own. */
  readonly isolate: boolean;
}

/** Hears of each mutant before and after it is tried. */
export interface Listener {
  trying(key: string): void;
  report(verdict: Verdict): void;
}

/** Numbers that are no mutant's. */
const NONE = 0n;
const RECORD = 2n ** 160n - 1n;

const QUICK = { fuzz: 32, invariant: { runs: 6, depth: 32 } };
/** For what survives the quick tests. */
const THOROUGH = { fuzz: 256, invariant: { runs: 24, depth: 48 } };

/** A test contract, and what one run without any fault told about it. */
interface Suite {
  readonly artifact: Artifact;
  readonly milliseconds: number;
  /** Tests that fail without a fault, and so say nothing. */
  readonly broken: readonly string[];
  reaches(id: number): boolean;
  kills: number;
}

/** Tries every mutant of a job against the tests that reach it, and stops at the first test that fails. */
export async function hunt(
  job: Job,
  artifacts: readonly Artifact[],
  sources: Sources,
  { trying, report }: Listener,
): Promise<void> {
  const code = compile(withSwitch({ ...sources, [job.file]: job.content }), job.dependents);
  const others = artifacts.filter((artifact) => !isSuite(artifact));

  const run = async (suite: Artifact, number: bigint, effort: typeof QUICK) => {
    const linked = others.map((other) => link(other, code, number));
    return await runSuite(link(suite, code, number), linked, { isolate: job.isolate, ...effort });
  };
  const suites = await Promise.all(artifacts.filter(isSuite).map((artifact) => scout(artifact, run)));

  for (const { id, key } of job.mutants) {
    trying(key);
    const near = suites.filter((suite) => suite.reaches(id));
    const by = (await firstFailure(near, id, QUICK, run)) ?? (await firstFailure(near, id, THOROUGH, run));
    const fate: Fate = by ? "killed" : near.length > 0 ? "survived" : "uncovered";
    report({ key, fate, ...(by && { by }) });
  }
}

type Run = (suite: Artifact, number: bigint, effort: typeof QUICK) => ReturnType<typeof runSuite>;

/** Finds out which mutants a test contract reaches. One that fails as recorder is taken to reach all. */
async function scout(artifact: Artifact, run: Run): Promise<Suite> {
  const { failed, milliseconds, reached } = await run(artifact, RECORD, QUICK);
  const broken = failed.length > 0 ? (await run(artifact, NONE, QUICK)).failed : [];
  return { artifact, milliseconds, broken, kills: 0, reaches: (id) => failed.length > 0 || reached.has(id) };
}

async function firstFailure(
  suites: readonly Suite[],
  id: number,
  effort: typeof QUICK,
  run: Run,
): Promise<string | undefined> {
  const cost = ({ milliseconds, kills }: Suite) => milliseconds / (kills + 1);
  for (const suite of suites.toSorted((a, b) => cost(a) - cost(b))) {
    const { failed } = await run(suite.artifact, BigInt(id), effort);
    const test = failed.find((name) => !suite.broken.includes(name));
    if (test === undefined) continue;
    suite.kills++;
    return `${suite.artifact.id.name}.${test}`;
  }
  return undefined;
}

/** The artifact with the fault `number` on, if it has code of the mutated file. */
function link(artifact: Artifact, code: ReadonlyMap<string, Bytecode>, number: bigint): Artifact {
  const mutated = code.get(nameOf(artifact));
  if (!mutated) return artifact;
  const address = number.toString(16).padStart(40, "0");
  const filled = (bytecode: string) => bytecode.replaceAll(/__\$[0-9a-f]{34}\$__/g, address);
  const { abi, bytecode, deployedBytecode } = mutated;
  return {
    id: artifact.id,
    contract: { abi, bytecode: filled(bytecode), deployedBytecode: filled(deployedBytecode) },
  };
}
