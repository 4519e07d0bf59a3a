import { readFileSync } from "node:fs";
import { expect } from "chai";
import canonicalize from "canonicalize";
import { sha256, toUtf8Bytes } from "ethers";
import { AMOUNT_PRICES_V1, LIMITS_V1, METER_VERSION, PRICE_TABLE_V1 } from "#sdk/meter/index.ts";

describe("The meter's version", () => {
  it("names the prices and limits, which nobody can change", () => {
    const text = canonicalize({ amounts: AMOUNT_PRICES_V1, limits: LIMITS_V1, prices: PRICE_TABLE_V1, version: 1 })!;
    expect(METER_VERSION).to.equal(`datawell-meter-1:${sha256(toUtf8Bytes(text))}`);
    for (const part of [AMOUNT_PRICES_V1, LIMITS_V1, PRICE_TABLE_V1]) expect(Object.isFrozen(part)).to.equal(true);
  });

  it("is the one that docs/spec/meter.md lists, price by price and limit by limit", () => {
    const page = readFileSync(new URL("../../../docs/spec/meter.md", import.meta.url), "utf8");
    const rows = [...page.matchAll(/^\| +(\d+) \| (`[^|]+`) +\|$/gm)];
    const listed = rows.flatMap(([, price, names]) => names!.match(/[^` ]+/g)!.map((name) => [name, Number(price)]));
    expect(Object.fromEntries(listed)).to.deep.equal(PRICE_TABLE_V1);
    expect(listed.length).to.equal(Object.keys(PRICE_TABLE_V1).length);
    const numbers = new Set(page.match(/\d[\d,]*/g)!.map((text) => Number(text.replaceAll(",", ""))));
    for (const most of [...Object.values(LIMITS_V1), ...Object.values(AMOUNT_PRICES_V1)]) {
      expect(numbers.has(most), String(most)).to.equal(true);
    }
  });

  it("is version 1 for ever", () => {
    expect(METER_VERSION).to.equal(
      "datawell-meter-1:0x7c864ac419ac79d29c9cd70553c56fa5577ca04dcf969717de7bc2ff6c7c74dd",
    );
  });
});
