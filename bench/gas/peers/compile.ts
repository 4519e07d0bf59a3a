import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { InterfaceAbi } from "ethers";
import { config } from "hardhat";
import type { Code } from "./contract.ts";

const SOURCES = new URL("./sol/", import.meta.url);
const ROOT = new URL("../../../", import.meta.url);
const CACHE = new URL("cache/gas-peers.json", ROOT);

const WANTED = { "*": ["abi", "evm.bytecode.object"] };

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Readonly<Record<string, Readonly<Record<string, Compiled>>>>;
}

interface Compiled {
  readonly abi: InterfaceAbi;
  readonly evm: { readonly bytecode: { readonly object: string } };
}

interface Solc {
  compile(input: string, callbacks: { import: (path: string) => { readonly contents: string } }): string;
}

interface Cached {
  readonly key: string;
  readonly codes: Readonly<Record<string, Code>>;
}

/** What the compiler made of a peer in sol/, with the settings of our own contracts. */
export function compiled(name: string): Code {
  const found = all().codes[name];
  if (found === undefined) throw new Error(`sol/${name}.sol has no contract ${name}`);
  return found;
}

let known: Cached | undefined;

function all(): Cached {
  known ??= cachedOr(inputOf(sources()));
  return known;
}

const sources = (): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(SOURCES).map((file) => [file, readFileSync(new URL(file, SOURCES), "utf8")]));

function inputOf(files: Readonly<Record<string, string>>): string {
  const settings = config.solidity.profiles.default?.compilers[0]?.settings;
  return JSON.stringify({
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(files).map(([file, content]) => [file, { content }])),
    settings: { ...settings, outputSelection: Object.fromEntries(Object.keys(files).map((file) => [file, WANTED])) },
  });
}

/** The packages that the sources import are fixed by the lock file, so it belongs to the key. */
function cachedOr(input: string): Cached {
  const lock = readFileSync(new URL("package-lock.json", ROOT));
  const key = createHash("sha256").update(input).update(lock).digest("hex");
  if (existsSync(CACHE)) {
    const cached = JSON.parse(readFileSync(CACHE, "utf8")) as Cached;
    if (cached.key === key) return cached;
  }
  const made = { key, codes: compile(input) };
  mkdirSync(new URL(".", CACHE), { recursive: true });
  writeFileSync(CACHE, JSON.stringify(made));
  return made;
}

function compile(input: string): Readonly<Record<string, Code>> {
  const solc = createRequire(import.meta.url)("solc") as Solc;
  const output = JSON.parse(solc.compile(input, { import: imported })) as Output;
  const fatal = output.errors?.find(({ severity }) => severity === "error");
  if (fatal !== undefined) throw new Error(fatal.formattedMessage);
  const contracts = Object.values(output.contracts).flatMap((file) => Object.entries(file));
  return Object.fromEntries(
    contracts.map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` }]),
  );
}

const imported = (path: string) => ({
  contents: readFileSync(fileURLToPath(new URL(`node_modules/${path}`, ROOT)), "utf8"),
});
