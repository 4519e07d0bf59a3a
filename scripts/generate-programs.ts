/** Writes `sdk/programs/SCRIPTS.ts` and `sdk/task/engines.ts`: programs as they are shipped, and what they run on. */
import { writeFileSync } from "node:fs";
import { enginesSource } from "./generate/enginesSource.ts";
import { programsSource } from "./generate/programsSource.ts";

writeFileSync(new URL("../sdk/programs/SCRIPTS.ts", import.meta.url), await programsSource());
writeFileSync(new URL("../sdk/task/engines.ts", import.meta.url), enginesSource());
