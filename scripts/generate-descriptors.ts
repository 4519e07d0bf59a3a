/** Writes `erc7730/` from the ABIs and their words; `npm run build` does it after the ABIs. */
import { writeFileSync } from "node:fs";
import { descriptorSources } from "./generate/descriptors/descriptorSources.ts";

for (const [name, source] of Object.entries(await descriptorSources())) {
  writeFileSync(new URL(`../erc7730/${name}.json`, import.meta.url), source);
}
