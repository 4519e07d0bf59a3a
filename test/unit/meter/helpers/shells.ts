import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import type { Case, Report } from "./runCases.ts";

/** A JavaScript shell: an engine in a process of its own, that runs a file and prints. */
export interface Shell {
  readonly name: string;
  readonly command: string;
  readonly flags: readonly string[];
}

/** V8 with its baseline compiler alone, and with its optimizing one alone. */
export const V8_SHELLS: readonly Shell[] = [
  { name: "V8, baseline compiler", command: process.execPath, flags: ["--liftoff", "--no-wasm-tier-up"] },
  { name: "V8, optimizing compiler", command: process.execPath, flags: ["--no-liftoff", "--no-wasm-tier-up"] },
];

/** The other engines of this machine: Debian's libjavascriptcoregtk-4.0-bin or -4.1-bin, and libmozjs-102-dev. */
export function otherShells(): readonly Shell[] {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...webkitFolders()];
  const find = (pattern: RegExp): string | undefined =>
    folders.flatMap((folder) =>
      filesOf(folder)
        .filter((file) => pattern.test(file))
        .map((file) => join(folder, file)),
    )[0];
  const found = [
    { name: "JavaScriptCore", command: find(/^jsc$/), flags: [] },
    { name: "SpiderMonkey", command: find(/^js\d+$/), flags: [] },
  ];
  return found.flatMap(({ name, command, flags }) => (command === undefined ? [] : [{ name, command, flags }]));
}

function webkitFolders(): string[] {
  return filesOf("/usr/lib")
    .map((triplet) => join("/usr/lib", triplet))
    .flatMap((folder) => ["4.0", "4.1", "6.0"].map((version) => join(folder, `webkit2gtk-${version}`)))
    .filter((folder) => existsSync(folder));
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Runs cases in a shell, all in one process. */
export function runInShell({ command, flags }: Shell, cases: readonly Case[]): Report[] {
  const folder = mkdtempSync(join(tmpdir(), "meter-"));
  const file = join(folder, "cases.js");
  try {
    const source = readFileSync(fileURLToPath(new URL("runCases.ts", import.meta.url)), "utf8");
    const { code } = transformSync(source, { loader: "ts", format: "iife", globalName: "cases", target: "es2020" });
    const show = "(typeof print === 'function' ? print : console.log)";
    writeFileSync(file, `${code}\n${show}(JSON.stringify(cases.runCases(WebAssembly, ${JSON.stringify(cases)})));\n`);
    const output = execFileSync(command, [...flags, file], { maxBuffer: 2 ** 28, encoding: "utf8" });
    return JSON.parse(output) as Report[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
