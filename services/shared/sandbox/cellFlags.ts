import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** What the process may read until it is loaded: the source it consists of. Nothing else, ever; and it writes nothing. */
const SOURCE = ["package.json", "sdk", "services/shared/sandbox/guest", "node_modules"];

/** Node's permission model: no files, no child processes, no threads, no native addons, and from Node 25 no network. */
export function cellFlags(): readonly string[] {
  return [
    "--permission",
    ...SOURCE.map((path) => `--allow-fs-read=${ROOT}${path}`),
    ...(process.features.typescript === false ? ["--experimental-strip-types"] : []),
    "--no-warnings",
    "--disallow-code-generation-from-strings",
    "--max-old-space-size=256",
    "--stack-size=3900", // kilobytes, under the usual 8 MB: the meter bounds how deep a guest calls, this must hold it
  ];
}
