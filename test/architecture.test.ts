import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What is deployed, and what each of these may create. */
const DEPLOYED: Record<string, readonly string[]> = {
  Alita: [],
  AttesterRegistry: [],
  BulletinBoard: [],
  ComputeBilling: [],
  DataPool: [],
  DatasetFactory: ["DataToken", "Pair", "DataPool"],
  DataToken: [],
  Pair: [],
  Router: [],
};

/** Solidity: a file imports from its own layer and those before it. A contract's parts lie in a folder of their own. */
const SOLIDITY_LAYERS = ["types", "interfaces", "libraries", "parts"];

/** TypeScript: what each top-level folder may import beside itself. Tests may import everything. */
const TYPESCRIPT_LAYERS: Record<string, readonly string[]> = {
  "typechain-types": [],
  sdk: ["typechain-types"],
  app: ["sdk", "typechain-types"],
  deploy: ["sdk", "typechain-types"],
  services: ["sdk", "typechain-types"],
  scripts: ["deploy", "sdk", "services", "typechain-types"],
  bench: ["deploy", "sdk", "services", "scripts", "typechain-types"],
};

/** Folders that run in a browser as well. */
const BROWSER_SAFE = ["sdk", "app"];

/** The files of deploy/ that touch the disk. */
const DEPLOY_ON_DISK = ["deploy/artifact.ts", "deploy/deployments.ts"];

const ALIASES: readonly [RegExp, string][] = [
  [/^#sdk$/, "sdk/index.ts"],
  [/^#types$/, "typechain-types/index.ts"],
  [/^#deploy$/, "deploy/index.ts"],
  [/^#(sdk|deploy)\//, "$1/"],
];

interface Import {
  readonly file: string;
  /** A path from the root for our own files, else the name of a package or of a part of Node. */
  readonly target: string;
}

/* READING */

function filesIn(folder: string, extension: RegExp): string[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const exists = (folder: string) => readdirSync(ROOT).includes(folder);

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

function importsOf(file: string): Import[] {
  const statement = file.endsWith(".sol")
    ? /^import\s[^;]*?"([^"]+)"/gm
    : /(?:^(?:import|export)\s[^;"]*?from\s*|^import\s*|\bimport\()"([^"]+)"/gm;
  return [...read(file).matchAll(statement)].map(([, specifier]) => ({ file, target: resolve(file, specifier!) }));
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(dirname(file), specifier);
  return ALIASES.reduce((path, [alias, folder]) => path.replace(alias, folder), specifier);
}

const show = (imports: Import[]) => imports.map(({ file, target }) => `${file} imports ${target}`);

/* SOLIDITY */

const contractFiles = filesIn("contracts", /\.sol$/);
const contractImports = contractFiles.flatMap(importsOf);

/** The place of a file in the order of layers; a deployed contract comes last. */
function solidityLayer(file: string): number {
  const folders = file.split("/").slice(1, -1);
  if (folders.length === 0) return SOLIDITY_LAYERS.length;
  const known = SOLIDITY_LAYERS.indexOf(folders[0]!);
  return known === -1 ? SOLIDITY_LAYERS.indexOf("parts") : known;
}

const isDeployed = (path: string) => /^contracts\/[^/]+\.sol$/.test(path);

const contractName = (path: string) => posix.basename(path, ".sol");

/* TYPESCRIPT */

const typescriptImports = Object.keys(TYPESCRIPT_LAYERS)
  .filter((folder) => folder !== "typechain-types" && exists(folder))
  .flatMap((folder) => filesIn(folder, /\.tsx?$/))
  .flatMap(importsOf);

const top = (path: string) => path.split("/")[0]!;

/** One of our own files, from the root. */
const isOwn = (path: string) =>
  top(path) in TYPESCRIPT_LAYERS || ["test", "contracts", "artifacts"].includes(top(path));

describe("architecture", () => {
  it("lists in contracts/ what is deployed and nothing else", () => {
    const names = contractFiles.filter(isDeployed).map(contractName);
    expect(names.filter((name) => !(name in DEPLOYED))).to.deep.equal([]);
  });

  it("lets Solidity import only from its own layer and those below", () => {
    const upward = ({ file, target }: Import) =>
      target.startsWith("contracts/") && solidityLayer(target) > solidityLayer(file);
    expect(show(contractImports.filter(upward))).to.deep.equal([]);
  });

  it("lets only DatasetFactory know other deployed contracts, those that it creates", () => {
    const stranger = ({ file, target }: Import) =>
      isDeployed(target) && !DEPLOYED[contractName(file)]?.includes(contractName(target));
    expect(show(contractImports.filter(stranger))).to.deep.equal([]);
  });

  it("keeps tests and scripts out of the contracts' imports", () => {
    const outside = ({ target }: Import) => target.startsWith("..") || /^(?:test|scripts)\//.test(target);
    expect(show(contractImports.filter(outside))).to.deep.equal([]);
  });

  it("lets TypeScript import only its own folder and those below", () => {
    const upward = ({ file, target }: Import) =>
      isOwn(target) && top(target) !== top(file) && !TYPESCRIPT_LAYERS[top(file)]!.includes(top(target));
    expect(show(typescriptImports.filter(upward))).to.deep.equal([]);
  });

  it("keeps Node and Hardhat out of what runs in a browser", () => {
    const unsafe = ({ file, target }: Import) =>
      BROWSER_SAFE.includes(top(file)) &&
      file !== "app/vite.config.ts" && // builds the page, is not part of it
      (isBuiltin(target) || /^(?:hardhat|@nomicfoundation)(?:\/|$)/.test(target));
    expect(show(typescriptImports.filter(unsafe))).to.deep.equal([]);
  });

  it("keeps the disk in two files of deploy/, and Hardhat out of it", () => {
    const unsafe = ({ file, target }: Import) =>
      top(file) === "deploy" &&
      ((isBuiltin(target) && !DEPLOY_ON_DISK.includes(file)) || /^(?:hardhat|@nomicfoundation)(?:\/|$)/.test(target));
    expect(show(typescriptImports.filter(unsafe))).to.deep.equal([]);
  });

  it("keeps the services apart from one another", () => {
    const service = (path: string) => path.split("/")[1]!;
    const sideways = ({ file, target }: Import) =>
      top(file) === "services" && top(target) === "services" && ![service(file), "shared"].includes(service(target));
    expect(show(typescriptImports.filter(sideways))).to.deep.equal([]);
  });

  it("finds imports to judge", () => {
    expect(contractImports).to.deep.include({
      file: "contracts/AttesterRegistry.sol",
      target: "contracts/interfaces/IAttesterRegistry.sol",
    });
    expect(typescriptImports).to.deep.include({ file: "deploy/index.ts", target: "deploy/create2.ts" });
  });
});
