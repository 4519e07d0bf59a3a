/** Writes `sdk/programs/scripts` and `sdk/task/engines.ts`: programs as they are shipped, and what they run on. */
import { mkdirSync, writeFileSync } from "node:fs";
import { enginesSource } from "./generate/enginesSource.ts";
import { programSources } from "./generate/programSources.ts";

const SCRIPTS = new URL("../sdk/programs/scripts/", import.meta.url);

mkdirSync(SCRIPTS, { recursive: true });
for (const [file, source] of await programSources()) writeFileSync(new URL(file, SCRIPTS), source);
writeFileSync(new URL("../sdk/task/engines.ts", import.meta.url), enginesSource());
