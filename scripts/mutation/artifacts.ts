import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Artifact } from "@nomicfoundation/edr";
import type { Bytecode } from "./solc.ts";

const SOLC_VERSION = "0.8.37";

/** What Hardhat puts before the names of a project's own files. */
const PREFIX = "project/";

interface StoredArtifact extends Omit<Bytecode, "abi"> {
  readonly inputSourceName: string;
  readonly contractName: string;
  readonly abi: readonly unknown[];
}

/** A contract's code as the test runner takes it; `name` is `file:contract`. */
export function artifactOf(file: string, contract: string, code: Bytecode): Artifact {
  return { id: { source: PREFIX + file, name: contract, solcVersion: SOLC_VERSION }, contract: code };
}

/** `file:contract` */
export const nameOf = ({ id }: Artifact): string => `${id.source.slice(PREFIX.length)}:${id.name}`;

/** The project's own contracts as Hardhat has built them, and its interfaces, by which tests name what to call. */
export function readArtifacts(folder = "artifacts"): Artifact[] {
  const files = ["contracts", "test"].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, encoding: "utf8" }).map((file) => join(folder, part, file)),
  );
  return files
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as StoredArtifact)
    .map(({ inputSourceName, contractName, abi, bytecode, deployedBytecode }) =>
      artifactOf(inputSourceName.slice(PREFIX.length), contractName, {
        abi: JSON.stringify(abi),
        bytecode,
        deployedBytecode,
      }),
    );
}

export const isSuite = ({ contract }: Artifact): boolean =>
  contract.bytecode !== "0x" &&
  (JSON.parse(contract.abi) as { type: string; name?: string }[]).some(
    ({ type, name }) => type === "function" && /^(?:test|invariant)/.test(name ?? ""),
  );
