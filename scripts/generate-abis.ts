/** Writes `sdk/abis.ts` from the artifacts that `hardhat build` left; `npm run build` does both. */
import { writeFileSync } from "node:fs";
import { abiSource } from "./generate/abiSource.ts";

writeFileSync(new URL("../sdk/abis.ts", import.meta.url), abiSource());
