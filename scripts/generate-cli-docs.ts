/** Writes docs/cli.md from the declarations of the commands. */
import { writeFileSync } from "node:fs";
import { cliSource } from "./generate/cliSource.ts";
import { COMMANDS } from "./tasks/index.ts";

writeFileSync(new URL("../docs/cli.md", import.meta.url), cliSource(COMMANDS));
