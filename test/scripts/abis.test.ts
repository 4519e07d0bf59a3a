import { readFileSync } from "node:fs";
import { expect } from "chai";
import { abiSource } from "../../scripts/generate/abiSource.ts";

describe("sdk/abis.ts", () => {
  it("is what `npm run build` makes of the contracts today", () => {
    const kept = readFileSync(new URL("../../sdk/abis.ts", import.meta.url), "utf8");
    expect(kept === abiSource(), "run `npm run build` and commit sdk/abis.ts").to.equal(true);
  });
});
