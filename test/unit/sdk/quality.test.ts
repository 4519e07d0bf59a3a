import { expect } from "chai";
import { assessQuality, FRESHNESS_HORIZON } from "#sdk/data/assessQuality.ts";
import { DataError } from "#sdk/data/DataError.ts";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import type { Cell, Field, Row } from "#sdk/data/table.ts";
import { random, shuffled } from "../../../bench/similarity/random.ts";
import { REAL_TABLES, realTable } from "../../../bench/similarity/realTables.ts";
import { thrown } from "./helpers/thrown.ts";

const FIELDS: readonly Field[] = [
  { name: "day", type: "date", nullable: false },
  { name: "steps", type: "integer", nullable: true },
];
const NOW = 1_769_817_600; // 2026-01-31T00:00:00Z
const DAY = 86_400;
const isoDay = (time: number) => new Date(time * 1000).toISOString().slice(0, 10);
const days = (count: number): Row[] => Array.from({ length: count }, (_, i) => [isoDay(NOW - i * DAY), i]);

describe("Quality", function () {
  this.timeout(30_000);

  it("is 100 % for records that are as declared, complete, distinct and new", () => {
    expect(
      assessQuality(
        Array.from({ length: 10 }, (_, i) => [isoDay(NOW), i]),
        FIELDS,
        { now: NOW },
      ),
    ).to.deep.equal({
      quality: 10_000,
      passesGate: true,
      parts: {
        conformance: 10_000,
        completeness: 10_000,
        uniqueness: 10_000,
        freshness: 10_000,
      },
    });
  });

  it("reproduces the vector of docs/spec/quality.md", () => {
    const rows: Row[] = [...days(10), ["soon", 1.5], [isoDay(NOW), null], [isoDay(NOW), 0]];
    expect(assessQuality(rows, FIELDS, { now: NOW, freshnessHorizon: 100 * DAY })).to.deep.equal({
      quality: 9382,
      passesGate: true,
      parts: {
        conformance: 9230,
        completeness: 9615,
        uniqueness: 9230,
        freshness: 9600,
      },
    });
  });

  it("falls in a straight line with the age of the median record", () => {
    const at = (age: number) =>
      assessQuality(
        Array.from({ length: 11 }, (_, i) => [isoDay(NOW - age), i]),
        FIELDS,
        { now: NOW },
      ).parts.freshness;
    expect(at(0)).to.equal(10_000);
    expect(at(FRESHNESS_HORIZON / 2)).to.equal(5_000);
    expect(at(FRESHNESS_HORIZON)).to.equal(0);
    expect(at(FRESHNESS_HORIZON * 2)).to.equal(0);
    expect(at(-DAY)).to.equal(0); // a date yet to come is no sign of youth
  });

  it("leaves the weight of freshness to the other parts where nothing is a date", () => {
    const fields: readonly Field[] = [{ name: "x", type: "integer", nullable: false }];
    const { quality, parts } = assessQuality(
      Array.from({ length: 20 }, (_, i) => [i >> 1]),
      fields,
      { now: NOW },
    );
    expect(parts).to.deep.equal({
      conformance: 10_000,
      completeness: 10_000,
      uniqueness: 5_000,
    });
    expect(quality).to.equal(8_888); // (40 * 10000 + 30 * 10000 + 20 * 5000) / 90
  });

  it("counts a missing cell against completeness, and against conformance only where it must not be missing", () => {
    const { parts } = assessQuality([...days(9), [null, null]], FIELDS, {
      now: NOW,
    });
    expect(parts.conformance).to.equal(9_500);
    expect(parts.completeness).to.equal(9_000);
  });

  it("does not take blank texts for values, nor letter case for difference", () => {
    const fields: readonly Field[] = [{ name: "word", type: "text", nullable: false }];
    const rows = ["a", "A ", "b", "  ", "c", "d", "e", "f", "g", "h"].map((word) => [word]);
    const { parts } = assessQuality(rows, fields, { now: NOW });
    expect(parts.completeness).to.equal(9_000);
    expect(parts.uniqueness).to.equal(9_000);
  });

  describe("minimum gate", () => {
    it("asks for ten records", () => {
      expect(assessQuality(days(10), FIELDS, { now: NOW }).quality).to.be.greaterThan(9_900);
      expect(assessQuality(days(9), FIELDS, { now: NOW }).quality).to.equal(0);
      expect(assessQuality([], FIELDS, { now: NOW }).quality).to.equal(0);
    });

    it("asks that half of the cells be as declared", () => {
      const wrong = (count: number) => days(10).map((row, i) => (i < count ? ["?", "?"] : row));
      expect(assessQuality(wrong(5), FIELDS, { now: NOW }).passesGate).to.equal(true);
      expect(assessQuality(wrong(6), FIELDS, { now: NOW }).passesGate).to.equal(false);
    });

    it("asks that one record in ten be distinct", () => {
      const copies = (count: number) => Array.from({ length: count }, () => [isoDay(NOW), 1]);
      expect(assessQuality(copies(10), FIELDS, { now: NOW }).passesGate).to.equal(true);
      expect(assessQuality(copies(11), FIELDS, { now: NOW }).passesGate).to.equal(false);
    });

    it("asks that a quarter of the cells be there", () => {
      const fields: readonly Field[] = [1, 2, 3, 4].map((i) => ({
        name: `c${i}`,
        type: "integer",
        nullable: true,
      }));
      const sparse = (last: Cell) => Array.from({ length: 10 }, (_, i) => [i === 9 ? last : i, null, null, null]);
      expect(assessQuality(sparse(9), fields, { now: NOW }).passesGate).to.equal(true);
      expect(assessQuality(sparse(null), fields, { now: NOW }).passesGate).to.equal(false);
    });
  });

  it("never leaves 0 to 10,000, and does not depend on the order of records or columns", () => {
    const next = random(4);
    for (const file of REAL_TABLES) {
      const { fields, rows } = realTable(file);
      const measured = assessQuality(rows, fields, { now: NOW });
      expect(measured.quality, file).to.be.within(1, 10_000);
      expect(assessQuality(shuffled(rows, next), fields, { now: NOW })).to.deep.equal(measured);
    }
  });

  it("never rises when a cell is spoilt", () => {
    const next = random(5);
    const { fields, rows } = realTable("seattle-weather.csv");
    let current: Row[] = rows.slice(0, 60);
    let last = assessQuality(current, fields, { now: NOW }).parts;
    for (let i = 0; i < 60; i++) {
      current = current.map((row, r) =>
        r === i ? row.map((cell, c) => (c === 1 + Math.floor(next() * 4) ? "?" : cell)) : row,
      );
      const { parts } = assessQuality(current, fields, { now: NOW });
      expect(parts.conformance).to.be.at.most(last.conformance);
      expect(parts.freshness).to.equal(last.freshness);
      last = parts;
    }
  });

  it("refuses a moment, a horizon or a field that is none", () => {
    const fault = (options: Parameters<typeof assessQuality>[2]) =>
      thrown(DataError, () => assessQuality(days(10), FIELDS, options)).message;
    expect(fault({ now: 1.5 })).to.equal("now is 1.5. Pass whole unix seconds.");
    expect(fault({ now: NOW, freshnessHorizon: 0 })).to.equal(
      "the freshness horizon is 0. Pass whole seconds above 0.",
    );
    expect(fault({ now: NOW, freshnessField: "steps" })).to.equal(
      '"steps" is not a declared date. Name a field of type date.',
    );
  });
});

describe("Data units", function () {
  this.timeout(30_000);

  it("are the distinct records that are wholly as declared", () => {
    const rows: Row[] = [...days(5), [isoDay(NOW), 0], ["soon", 1], [isoDay(NOW), null]];
    expect(dataUnits(rows, FIELDS)).to.equal(6n);
    expect(dataUnits([], FIELDS)).to.equal(0n);
  });
});
