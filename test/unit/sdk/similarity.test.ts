import { expect } from "chai";
import { DataError } from "#sdk/data/DataError.ts";
import { halvesAgreement } from "#sdk/data/halvesAgreement.ts";
import { novelty } from "#sdk/data/novelty.ts";
import { sealBins, sketchOf } from "#sdk/data/sketchOf.ts";
import { sketchSeed } from "#sdk/data/sketchSeed.ts";
import { sketchTable } from "#sdk/data/sketchTable.ts";
import { sketchText } from "#sdk/data/sketchText.ts";
import type { Field, Row, Table } from "#sdk/data/table.ts";
import { laneAgreement } from "#sdk/math/laneAgreement.ts";
import { bareLanes, DEFAULT_SIMILARITY_LANES, estimateJaccard, preLanesOf } from "#sdk/math/minHash.ts";
import { oprfKey } from "#sdk/oprf/oprfKey.ts";
import { EDITS, INVISIBLE_EDITS } from "../../../bench/similarity/edits.ts";
import { random } from "../../../bench/similarity/random.ts";
import { REAL_TABLES, realTable } from "../../../bench/similarity/realTables.ts";
import { slicesOf } from "../../../bench/similarity/slices.ts";
import { thrown } from "./helpers/thrown.ts";

const KEY = `0x${"5a".repeat(32)}`;
const THRESHOLD = DEFAULT_SIMILARITY_LANES;

/** Lanes without the attesters' function, which agree as often as those with it: the last test of the tables shows it. */
const lanes = ({ rows, fields }: Table) => bareLanes(sketchTable(rows, fields, KEY));

/** What Sketch.agreement computes on chain, in the same steps. */
function agreementOnChain(a: string, b: string): number {
  const low = BigInt(`0x${"1".repeat(64)}`);
  const difference = BigInt(a) ^ BigInt(b);
  let marks = (difference | (difference >> 1n) | (difference >> 2n) | (difference >> 3n)) & low;
  let differing = 0;
  for (; marks !== 0n; marks &= marks - 1n) differing++;
  return 64 - differing;
}

describe("Similarity", function () {
  this.timeout(30_000);

  const originals: string[] = [];

  for (const file of REAL_TABLES) {
    describe(file, () => {
      const table = realTable(file);
      const original = lanes(table);
      originals.push(original);

      for (const [name, edit] of Object.entries(EDITS)) {
        it(`recognizes a copy with ${name}`, () => {
          for (const seed of [1, 2, 3]) {
            const agreement = laneAgreement(original, lanes(edit(table, random(seed))));
            if (INVISIBLE_EDITS.includes(name)) expect(agreement).to.equal(64);
            else expect(agreement).to.be.at.least(THRESHOLD);
          }
        });
      }

      for (const { cut, a, b } of slicesOf(table)) {
        it(`lets slices ${cut} pass`, () => {
          expect(laneAgreement(lanes(a), lanes(b))).to.be.below(THRESHOLD);
        });
      }
    });
  }

  it("agrees in as many lanes under the attesters' function as without it", () => {
    const table = realTable("seattle-weather.csv");
    const pairs = ["rows dropped (10 %)", "cells emptied (2 %)"].map((name) => EDITS[name]!(table, random(3)));
    const halves = slicesOf(table)[1]!;
    const pair = oprfKey(KEY);
    const seed = sketchSeed(pair);
    const all = [table, ...pairs, halves.a, halves.b].map(({ rows, fields }) => sketchTable(rows, fields, seed));
    const [bare, sealed] = [all.map(bareLanes), all.map((bins) => sealBins(bins, pair))];
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [3, 4],
    ] as const) {
      // lanes from unequal pre-lanes agree by chance, once in 16 times
      expect(laneAgreement(sealed[i]!, sealed[j]!)).to.be.closeTo(laneAgreement(bare[i]!, bare[j]!), 8);
    }
    const equal = preLanesOf(all[0]!).flatMap(({ value }, lane) =>
      value === preLanesOf(all[1]!)[lane]!.value ? [lane] : [],
    );
    expect(equal.length).to.be.above(40);
    for (const lane of equal) expect(sealed[0]![2 + lane]).to.equal(sealed[1]![2 + lane]);
  });

  it("leaves chance agreement between unrelated tables", () => {
    for (const [i, a] of originals.entries()) {
      for (const b of originals.slice(i + 1)) expect(laneAgreement(a, b)).to.be.below(16);
    }
  });

  it("depends on the pool's key, so that sketches of two pools cannot be compared", () => {
    const { rows, fields } = realTable("cars.json");
    const [a, b] = [KEY, `0x${"5b".repeat(32)}`].map((key) => sketchOf(rows, fields, key));
    expect(laneAgreement(a as string, b as string)).to.be.below(16);
  });

  it("reproduces the vector of docs/spec/similarity.md", () => {
    const fields: readonly Field[] = [
      { name: "Name", type: "text", nullable: false },
      { name: "value", type: "number", nullable: false },
    ];
    const rows: readonly Row[] = Array.from({ length: 100 }, (_, i) => [`Row ${i}`, i * 1.01]);
    expect(sketchSeed(KEY)).to.equal("0x6773d34dc4c149c72af76a5119e1556bb048e66649aee4f64d985a314153f8aa");
    expect(sketchOf(rows, fields, KEY)).to.equal("0x72b280617c4f609a524d541914ee81c9565f137a7195fa2e18912b52b668eb9b");
  });

  it("gives 10,000 records of 10 fields one sketch in any order", () => {
    const next = random(8);
    const fields: readonly Field[] = Array.from({ length: 10 }, (_, i) => ({
      name: `c${i}`,
      type: "number",
      nullable: false,
    }));
    const rows = Array.from({ length: 10_000 }, () => fields.map(() => next()));
    expect(lanes({ rows, fields })).to.equal(lanes({ rows: rows.toReversed(), fields }));
  });

  it("takes wide tables without the square of their width", () => {
    const next = random(9);
    const fields: readonly Field[] = Array.from({ length: 256 }, (_, i) => ({
      name: `c${i}`,
      type: "number",
      nullable: false,
    }));
    const rows = Array.from({ length: 500 }, () => fields.map(() => next()));
    const table = { rows, fields };
    expect(laneAgreement(lanes(table), lanes(EDITS["rows dropped (5 %)"]!(table, next)))).to.be.at.least(THRESHOLD);
    expect(
      laneAgreement(lanes({ fields, rows: rows.slice(250) }), lanes({ fields, rows: rows.slice(0, 250) })),
    ).to.be.below(16);
  });

  it("refuses a content too poor to compare", () => {
    const fields: readonly Field[] = [{ name: "flag", type: "boolean", nullable: false }];
    expect(thrown(DataError, () => sketchTable([[true], [false]], fields, KEY)).message).to.equal(
      "the content has about 2 distinct features, at least 64 are needed to compare it. Contribute more records, or records that differ more.",
    );
    expect(thrown(DataError, () => sketchTable([], fields, KEY)).code).to.equal("TooFewFeatures");
    expect(thrown(DataError, () => sketchTable([[true]], fields, "0x")).message).to.equal(
      "the key is not 32 bytes of hex. Pass 0x and 64 hexadecimal digits.",
    );
  });

  describe("lane agreement", () => {
    it("is what Sketch.agreement finds on chain, for 2,000 random pairs", () => {
      const next = random(10);
      const digit = () => Math.floor(next() * 16).toString(16);
      for (let i = 0; i < 2_000; i++) {
        const a = Array.from({ length: 64 }, digit);
        const kept = next();
        const b = a.map((lane) => (next() < kept ? lane : digit()));
        const [x, y] = [`0x${a.join("")}`, `0x${b.join("")}`];
        expect(laneAgreement(x, y)).to.equal(agreementOnChain(x, y));
      }
    });

    it("counts from 0 to 64, whatever the case of the digits", () => {
      expect(laneAgreement(`0x${"0".repeat(64)}`, `0x${"1".repeat(64)}`)).to.equal(0);
      expect(laneAgreement(`0x${"ab".repeat(32)}`, `0x${"AB".repeat(32)}`)).to.equal(64);
    });

    it("refuses what is no sketch", () => {
      expect(thrown(DataError, () => laneAgreement("0x12", `0x${"0".repeat(64)}`)).message).to.equal(
        '"0x12" is not a sketch. Pass 0x and 64 hexadecimal digits.',
      );
    });
  });

  it("tells a maker beforehand whether honest contributions would look alike", () => {
    for (const file of REAL_TABLES) {
      const { rows, fields } = realTable(file);
      expect(halvesAgreement(rows, fields, KEY), file).to.be.below(THRESHOLD - 8);
    }
    const next = random(12);
    const questions: readonly Field[] = Array.from({ length: 30 }, (_, i) => ({
      name: `q${i}`,
      type: "integer",
      nullable: false,
    }));
    const answers = Array.from({ length: 300 }, () => questions.map(() => Math.floor(next() * 5)));
    expect(halvesAgreement(answers, questions, KEY)).to.be.at.least(THRESHOLD - 8); // few records, few values, many fields
  });

  it("estimates the share of common features within 8 %", () => {
    const { rows, fields } = realTable("airports.csv");
    const [a, b] = [rows.slice(0, 2_000), rows.slice(1_000, 3_000)].map((part) => sketchTable(part, fields, KEY));
    expect(estimateJaccard(a!, a!)).to.equal(10_000);
    expect(estimateJaccard(a!, b!)).to.be.closeTo(3_333, 800);
  });

  describe("text", () => {
    const words = Array.from({ length: 600 }, (_, i) => `word${(i * 7919) % 1009}`);
    const text = words.join(" ");

    it("is recognized in other letter case, spacing and punctuation", () => {
      const copy = words.map((word) => word.toUpperCase()).join(",\n  ");
      expect(bareLanes(sketchText(copy, KEY))).to.equal(bareLanes(sketchText(text, KEY)));
    });

    it("is recognized with every fiftieth word replaced, and not with every third", () => {
      const replaced = (every: number) => words.map((word, i) => (i % every === 0 ? `other${i}` : word)).join(" ");
      expect(laneAgreement(bareLanes(sketchText(replaced(50), KEY)), bareLanes(sketchText(text, KEY)))).to.be.at.least(
        THRESHOLD,
      );
      expect(laneAgreement(bareLanes(sketchText(replaced(3), KEY)), bareLanes(sketchText(text, KEY)))).to.be.below(16);
    });
  });
});

describe("Novelty", function () {
  this.timeout(30_000);

  const { rows, fields } = realTable("seattle-weather.csv");
  const options = { fields, lanes: THRESHOLD };
  const sketched = (part: readonly Row[]) => ({ rows: part, sketch: lanes({ rows: part, fields }) });
  const parent = sketched(rows.slice(0, 700));

  it("is the share of records that the parent lacks", () => {
    expect(novelty(parent, sketched(rows.slice(700, 1_400)), options)).to.equal(10_000);
    expect(novelty(parent, sketched(rows.slice(350, 1_050)), options)).to.equal(5_000);
    expect(novelty(parent, sketched([...rows.slice(0, 100), ...rows.slice(700, 1_000)]), options)).to.equal(7_500);
  });

  it("is none as soon as the sketches agree in the pool's lanes", () => {
    const grown = sketched(rows.slice(0, 770)); // a tenth more
    const agreement = laneAgreement(parent.sketch, grown.sketch);
    expect(novelty(parent, grown, { ...options, lanes: agreement })).to.equal(0);
    expect(novelty(parent, grown, { ...options, lanes: agreement + 1 })).to.equal(909); // 70 of 770
  });

  it("does not come from changed last digits, letter case or repeated records", () => {
    const edited = EDITS["last digits changed"]!({ fields, rows: parent.rows }, random(11)).rows;
    expect(novelty(parent, sketched(edited), options)).to.equal(0);
    const mixed = [...rows.slice(700, 1_000), ...rows.slice(700, 800)];
    expect(novelty(parent, sketched(mixed), options)).to.equal(10_000);
  });

  it("refuses a threshold that is none", () => {
    for (const wrong of [0, 65, 1.5]) {
      expect(thrown(DataError, () => novelty(parent, parent, { ...options, lanes: wrong })).message).to.equal(
        `${wrong} is not a number of lanes. Pass 1 to 64.`,
      );
    }
  });
});
