import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Node } from "./ast.ts";

/** Solidity sources by their name: a path from the project's root. */
export type Sources = Readonly<Record<string, string>>;

export interface Bytecode {
  readonly bytecode: string;
  readonly deployedBytecode: string;
  readonly abi: string;
}

export interface CompilerError {
  readonly severity: string;
  readonly formattedMessage: string;
  readonly sourceLocation?: { readonly file: string; readonly start: number; readonly end: number };
}

interface Output {
  readonly errors?: readonly CompilerError[];
  readonly sources?: Readonly<Record<string, { readonly ast: Node }>>;
  readonly contracts?: Readonly<Record<string, Readonly<Record<string, CompiledContract>>>>;
}

interface CompiledContract {
  readonly abi: unknown;
  readonly evm: {
    readonly bytecode: { readonly object: string };
    readonly deployedBytecode: { readonly object: string };
  };
}

interface Solc {
  compile(input: string, callbacks: { import(path: string): { contents: string } | { error: string } }): string;
}

const require = createRequire(import.meta.url);

/** Quick to compile rather than quick to run: of the optimizer only what keeps the stack within reach. */
const SETTINGS = {
  viaIR: true,
  optimizer: {
    enabled: true,
    runs: 1,
    details: {
      inliner: false,
      deduplicate: false,
      cse: false,
      constantOptimizer: false,
      yul: true,
      yulDetails: { stackAllocation: true, optimizerSteps: "u:" },
    },
  },
  metadata: { appendCBOR: false, bytecodeHash: "none" },
};

type Settings = Partial<typeof SETTINGS>;

/** Quickest to compile, for code whose stack is within reach as it is. */
export const UNOPTIMIZED: Settings = { metadata: SETTINGS.metadata };

/** The syntax trees of `sources` and all they import. */
export function parse(sources: Sources): Record<string, Node> {
  const output = run(sources, Object.keys(sources), { "*": { "": ["ast"] } });
  throwOn(errorsOf(output));
  return Object.fromEntries(Object.entries(output.sources ?? {}).map(([file, { ast }]) => [file, ast]));
}

/** What is wrong with a file, without making code of it. */
export const check = (sources: Sources, file: string): CompilerError[] => errorsOf(run(sources, [file], {}));

/** Compiles some contracts, each named `file:contract`. */
export function compile(
  sources: Sources,
  names: readonly string[],
  settings: Settings = SETTINGS,
): Map<string, Bytecode> {
  const selection: Record<string, Record<string, string[]>> = {};
  for (const [file, contract] of names.map(splitName))
    selection[file] = { ...selection[file], [contract]: ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] };
  const output = run(sources, Object.keys(selection), selection, settings);
  throwOn(errorsOf(output));
  return new Map(names.map((name) => [name, bytecodeOf(output, name)]));
}

function bytecodeOf(output: Output, name: string): Bytecode {
  const [file, contract] = splitName(name);
  const compiled = output.contracts?.[file]?.[contract];
  if (!compiled) throw new Error(`the compiler gave no ${name}`);
  const { bytecode, deployedBytecode } = compiled.evm;
  return {
    abi: JSON.stringify(compiled.abi),
    bytecode: `0x${bytecode.object}`,
    deployedBytecode: `0x${deployedBytecode.object}`,
  };
}

export function splitName(name: string): [file: string, contract: string] {
  const colon = name.lastIndexOf(":");
  return [name.slice(0, colon), name.slice(colon + 1)];
}

const errorsOf = (output: Output): CompilerError[] =>
  (output.errors ?? []).filter(({ severity }) => severity === "error");

function throwOn(errors: readonly CompilerError[]): void {
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join("\n"));
}

/* RUNNING */

/** `roots` and what they import, from `sources` if it is there. */
function run(
  sources: Sources,
  roots: readonly string[],
  outputSelection: unknown,
  settings: Settings = SETTINGS,
): Output {
  const solc = require("solc") as Solc;
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(roots.map((file) => [file, { content: sources[file] ?? readFileSync(file, "utf8") }])),
    settings: { ...settings, outputSelection },
  };
  const read = (path: string) => (path in sources ? { contents: sources[path] ?? "" } : readImport(path));
  return JSON.parse(solc.compile(JSON.stringify(input), { import: read })) as Output;
}

/** From the project, else from its packages, remapped or not. */
function readImport(path: string): { contents: string } | { error: string } {
  const remapped = remappings().map(([from, to]) => (path.startsWith(from) ? to + path.slice(from.length) : path));
  for (const candidate of [path, ...remapped, `node_modules/${path}`]) {
    try {
      return { contents: readFileSync(candidate, "utf8") };
    } catch {
      // the next place
    }
  }
  return { error: `${path} is nowhere` };
}

const remappings = (): [from: string, to: string][] =>
  readFileSync("remappings.txt", "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("=") as [string, string]);
