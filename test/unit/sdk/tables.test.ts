import { expect } from "chai";
import { DataError } from "#sdk/data/DataError.ts";
import { DEFAULT_LIMITS } from "#sdk/data/limits.ts";
import { parseCsv } from "#sdk/data/parseCsv.ts";
import { parseDate } from "#sdk/data/parseDate.ts";
import { parseJson } from "#sdk/data/parseJson.ts";
import { parseJsonLines } from "#sdk/data/parseJsonLines.ts";
import { random } from "../../../bench/similarity/random.ts";
import { realTable } from "../../../bench/similarity/realTables.ts";
import { thrown } from "./helpers/thrown.ts";

const message = (action: () => unknown) => thrown(DataError, action).message;

describe("Tables", function () {
  this.timeout(30_000);

  describe("CSV", () => {
    it("infers the narrowest type of each column", () => {
      const { fields, rows } = parseCsv("n,x,flag,day,word\n1,1.5,true,2026-01-31,a\n2,2,FALSE,2026/02/01 10:00,7b\n");
      expect(fields).to.deep.equal([
        { name: "n", type: "integer", nullable: false },
        { name: "x", type: "number", nullable: false },
        { name: "flag", type: "boolean", nullable: false },
        { name: "day", type: "date", nullable: false },
        { name: "word", type: "text", nullable: false },
      ]);
      expect(rows).to.deep.equal([
        [1, 1.5, true, "2026-01-31", "a"],
        [2, 2, false, "2026/02/01 10:00", "7b"],
      ]);
    });

    it("keeps quoted separators, quotation marks and line breaks inside a value", () => {
      expect(parseCsv('a,b\r\n"x, ""y""\nz",2\r\n').rows).to.deep.equal([['x, "y"\nz', 2]]);
    });

    it("takes an empty cell for a missing one, and other texts only if told", () => {
      expect(parseCsv("a,b\n,NA\n1,x\n").rows).to.deep.equal([
        [null, "NA"],
        [1, "x"],
      ]);
      expect(parseCsv("a\nNA\n1\n", { nullTokens: ["NA"] }).fields).to.deep.equal([
        { name: "a", type: "integer", nullable: true },
      ]);
    });

    it("leaves leading zeros and integers beyond 2^53 as the texts they are", () => {
      expect(parseCsv("zip,id\n00501,9007199254740993\n").rows).to.deep.equal([["00501", "9007199254740993"]]);
      expect(parseCsv("id\n9007199254740991\n").rows).to.deep.equal([[9007199254740991]]);
    });

    it("puts cells under the declared fields in their order and drops undeclared columns", () => {
      const fields = [
        { name: "b", type: "integer", nullable: false },
        { name: "a", type: "text", nullable: false },
        { name: "c", type: "number", nullable: true },
      ] as const;
      expect(parseCsv("A,extra,B\n1,x,2\n3,y,oops\n", { fields }).rows).to.deep.equal([
        [2, "1", null],
        ["oops", "3", null],
      ]);
    });

    it("reads the real files of a data package", () => {
      const weather = realTable("seattle-weather.csv");
      expect(weather.rows.length).to.equal(1461);
      expect(weather.fields.map(({ type }) => type)).to.deep.equal([
        "date",
        "number",
        "number",
        "number",
        "number",
        "text",
      ]);
    });

    it("names the line of a record that is too short or too long", () => {
      expect(message(() => parseCsv('a,b\n"1\n",2\n3\n'))).to.equal(
        "Line 4: 1 values where the header names 2 fields. Add the missing separators, or quote values that contain one.",
      );
    });

    it("names the line where a quotation mark is misplaced or never closed", () => {
      const remedy = 'Close every quoted value, and write a quotation mark inside one twice ("").';
      expect(message(() => parseCsv('a,b\né,"2\n"\n"3,4\n5,6\n'))).to.equal(
        `Line 4: a quotation mark in this record is never closed. ${remedy}`,
      );
      expect(message(() => parseCsv('a,b\n1,2\n1,"x"y\n'))).to.equal(
        `Line 3: a quotation mark is misplaced. ${remedy}`,
      );
    });

    it("refuses names that are empty, repeated or unsafe", () => {
      expect(message(() => parseCsv("a,,c\n1,2,3\n"))).to.equal(
        "Line 1: field 2 has no name. Name every column in the header.",
      );
      expect(message(() => parseCsv("Age, age\n1,2\n"))).to.equal(
        'Line 1: the field "age" appears twice. Give every field a name of its own; letter case does not make names differ.',
      );
      expect(message(() => parseCsv("__proto__,b\n1,2\n"))).to.equal(
        'Line 1: "__proto__" cannot be the name of a field. Rename it.',
      );
    });

    it("refuses an empty file and a header without records", () => {
      expect(message(() => parseCsv(""))).to.equal("the file is empty. Add a header and records.");
      expect(message(() => parseCsv("a,b\n"))).to.equal("there is no record. Add at least one record.");
    });

    it("holds every limit at its last value and refuses the next", () => {
      const limits = {
        characters: 30,
        records: 3,
        fields: 2,
        cell: 5,
        depth: 1,
      };
      expect(parseCsv("a,b\n1,2\n3,4\n5,12345\n", { limits }).rows.length).to.equal(3);
      expect(message(() => parseCsv("a\n1\n2\n3\n4\n", { limits }))).to.equal(
        "the file has more than 3 records. Split it into several contributions.",
      );
      expect(message(() => parseCsv("a,b,c\n1,2,3\n", { limits }))).to.equal(
        "Line 1: there are 3 fields, at most 2 are accepted. Leave out the fields that the dataset does not declare.",
      );
      expect(message(() => parseCsv("a\n123456\n", { limits }))).to.equal(
        'Line 2: the value of "a" has 6 characters, at most 5 are accepted. Shorten it or move it to a field of its own file.',
      );
      expect(message(() => parseCsv(`a\n${"1\n".repeat(15)}`, { limits }))).to.equal(
        "the file has 32 characters, at most 30 are accepted. Split it into several contributions.",
      );
    });

    it("says which names were declared when none is found", () => {
      const fields = [{ name: "age", type: "integer", nullable: false }] as const;
      expect(message(() => parseCsv("x,y\n1,2\n", { fields }))).to.equal(
        'no column carries a declared name (found "x", "y"). Use the declared names: "age".',
      );
    });
  });

  describe("JSON", () => {
    it("reads arrays and lines alike", () => {
      const records = [{ a: 1, b: { c: "x" } }, { a: 2.5 }];
      const fromArray = parseJson(JSON.stringify(records));
      expect(fromArray).to.deep.equal(parseJsonLines(records.map((record) => JSON.stringify(record)).join("\n\n")));
      expect(fromArray.fields).to.deep.equal([
        { name: "a", type: "number", nullable: false },
        { name: "b.c", type: "text", nullable: true },
      ]);
    });

    it("writes the scalars of a mixed column as texts", () => {
      expect(parseJson('[{"a":1},{"a":"x"},{"a":true}]').rows).to.deep.equal([["1"], ["x"], ["true"]]);
    });

    it("reads the real files of a data package", () => {
      const penguins = realTable("penguins.json");
      expect(penguins.rows.length).to.equal(344);
      expect(penguins.fields[2]).to.deep.equal({
        name: "Beak Length (mm)",
        type: "number",
        nullable: true,
      });
    });

    it("names the record or the line at fault", () => {
      expect(message(() => parseJson('[{"a":1}, 7]'))).to.equal(
        'Record 2: a number is not a record. Write records as { "name": value }.',
      );
      expect(message(() => parseJson('[{"a":[1]}]'))).to.equal(
        'Record 1: "a" is a list. Give each of its values a field or a record of its own.',
      );
      expect(message(() => parseJsonLines('{"a":1}\n{"a":}\n'))).to.equal(
        "Line 2: this line is not a JSON record. Write one record per line, without commas between.",
      );
      expect(message(() => parseJson('{"a":1}'))).to.equal(
        "the file is not a JSON array. Put the records between [ and ].",
      );
      expect(message(() => parseJson('[{"a":1},\n{"a":1]'))).to.match(
        /the file is not JSON\. Look for a missing comma/,
      );
    });

    it("refuses what the numbers and texts of JSON cannot carry", () => {
      expect(message(() => parseJson('[{"a":1e999}]'))).to.equal(
        'Record 1: the number in "a" is too large. Write it as a text.',
      );
      expect(message(() => parseJson('[{"a":"\\ud800"}]'))).to.equal(
        'Record 1: the value of "a" is not well-formed Unicode. Remove the broken character.',
      );
    });

    it("holds the depth at its last value and refuses the next", () => {
      const nested = (depth: number) => `[${'{"a":'.repeat(depth)}1${"}".repeat(depth)}]`;
      expect(parseJson(nested(DEFAULT_LIMITS.depth)).fields[0]?.name).to.equal("a.a.a.a");
      expect(message(() => parseJson(nested(DEFAULT_LIMITS.depth + 1)))).to.equal(
        'Record 1: "a.a.a.a" is nested deeper than 4 levels. Flatten the record.',
      );
    });

    it("does not let a record reach the prototype of anything", () => {
      expect(message(() => parseJson('[{"__proto__":{"polluted":1}}]'))).to.equal(
        '"__proto__.polluted" cannot be the name of a field. Rename it.',
      );
      expect(message(() => parseJsonLines('{"constructor":{"prototype":{"polluted":1}}}'))).to.equal(
        '"constructor.prototype.polluted" cannot be the name of a field. Rename it.',
      );
      expect(({} as Record<string, unknown>)["polluted"]).to.equal(undefined);
    });

    it("refuses two names that become one when flattened", () => {
      expect(message(() => parseJson('[{"a.b":1,"a":{"b":2}}]'))).to.equal(
        'Record 1: the field "a.b" appears twice. Rename one of them.',
      );
    });
  });

  describe("dates", () => {
    it("are ISO 8601 days and times, in UTC unless they name a zone", () => {
      expect(parseDate("1970-01-01")).to.equal(0);
      expect(parseDate("2000-02-29T12:30:15.999Z")).to.equal(951_827_415);
      expect(parseDate("2000-02-29T14:30:15+02:00")).to.equal(951_827_415);
      expect(parseDate("2001/01/14 21:55")).to.equal(Date.UTC(2001, 0, 14, 21, 55) / 1000);
    });

    it("exist in the calendar", () => {
      for (const wrong of [
        "2001-02-29",
        "1900-02-29",
        "2001-13-01",
        "2001-00-10",
        "2001-04-31",
        "2001-01-01T24:00",
        "0000-01-01",
      ]) {
        expect(parseDate(wrong), wrong).to.equal(undefined);
      }
      for (const wrong of [
        "",
        "yesterday",
        "2001",
        "01-02-2003",
        "2001-01/02",
        "2001-01-01T10",
        "2001-01-01T10:00+15:00",
      ]) {
        expect(parseDate(wrong), wrong).to.equal(undefined);
      }
    });

    it("agree with the engine's calendar on 5,000 random days", () => {
      const next = random(1);
      for (let i = 0; i < 5_000; i++) {
        const iso = new Date(Math.floor((next() * 7000 - 1900) * 365.25 * 86_400) * 1000).toISOString();
        if (iso.length === 24) expect(parseDate(iso), iso).to.equal(Date.parse(`${iso.slice(0, 19)}Z`) / 1000);
      }
    });
  });

  it("survives 2,000 random texts with a table or a DataError", () => {
    const next = random(2);
    const alphabet = ['"', ",", "\n", "{", "}", "[", "]", ":", "a", "1", "\\", " ", "\u0000", "é", "null"];
    for (let i = 0; i < 2_000; i++) {
      const text = Array.from(
        { length: Math.floor(next() * 30) },
        () => alphabet[Math.floor(next() * alphabet.length)],
      ).join("");
      for (const parse of [parseCsv, parseJson, parseJsonLines]) {
        try {
          const { fields, rows } = parse(text);
          expect(rows.every((row) => row.length === fields.length)).to.equal(true);
        } catch (error) {
          expect(error, JSON.stringify(text)).to.be.instanceOf(DataError);
        }
      }
    }
  });
});
