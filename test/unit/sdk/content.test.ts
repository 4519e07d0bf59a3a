import { expect } from "chai";
import { concat, keccak256, sha256, toUtf8Bytes } from "ethers";
import { contentDigest, contentTag } from "#sdk/data/contentTag.ts";
import { contentRoot, proveRecords, recordHash, recordSalt } from "#sdk/data/contentRoot.ts";
import { DataError } from "#sdk/data/DataError.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { verifyRecord } from "#sdk/math/recordTree.ts";
import { EDITS, INVISIBLE_EDITS } from "../../../bench/similarity/edits.ts";
import { random } from "../../../bench/similarity/random.ts";
import { realTable } from "../../../bench/similarity/realTables.ts";
import { thrown } from "./helpers/thrown.ts";

const KEY = `0x${"0b".repeat(32)}`;
const OTHER_KEY = `0x${"0c".repeat(32)}`;
const FIELDS: readonly Field[] = [
  { name: "species", type: "text", nullable: false },
  { name: "mass", type: "number", nullable: true },
];
const ROWS: readonly Row[] = [
  ["Adelie", 3750],
  ["Gentoo", 5000.5],
  ["Chinstrap", null],
];

describe("Content tag", function () {
  this.timeout(30_000);

  it("reproduces the vector of docs/spec/content-root.md", () => {
    const names = sha256(toUtf8Bytes('["mass","species"]'));
    const records = ['["3750","adelie"]', '["5000.5","gentoo"]', '[null,"chinstrap"]'];
    const digests = records.map((record) => sha256(toUtf8Bytes(record))).toSorted();
    expect(contentDigest(ROWS, FIELDS)).to.equal(sha256(concat([names, ...digests])));
    expect(contentDigest(ROWS, FIELDS)).to.equal("0xdccf4cf0beb73cc69086216816c77361c14683b8cbc05ae7fffaac015a8725b8");
    expect(contentTag(ROWS, FIELDS, KEY)).to.equal(
      "0xde80309552a81cbc36a617f2503c2e274f43215f72c069ca4a6ee90a810875bf",
    );
  });

  it("does not see order, repetition, letter case or white space", () => {
    const table = realTable("penguins.json");
    const tag = contentTag(table.rows, table.fields, KEY);
    for (const edit of INVISIBLE_EDITS) {
      const { rows, fields } = EDITS[edit]!(table, random(6));
      expect(contentTag(rows, fields, KEY), edit).to.equal(tag);
    }
  });

  it("differs for other content, another field name or another pool's key", () => {
    const tag = contentTag(ROWS, FIELDS, KEY);
    expect(contentTag([["Adelie", 3751], ...ROWS.slice(1)], FIELDS, KEY)).to.not.equal(tag);
    expect(contentTag(ROWS.slice(1), FIELDS, KEY)).to.not.equal(tag);
    expect(contentTag(ROWS, [{ ...FIELDS[0]!, name: "kind" }, FIELDS[1]!], KEY)).to.not.equal(tag);
    expect(contentTag(ROWS, FIELDS, OTHER_KEY)).to.not.equal(tag);
  });

  it("tells a missing cell from every text", () => {
    const fields = [FIELDS[0]!];
    expect(contentDigest([[null]], fields)).to.not.equal(contentDigest([["null"]], fields));
    expect(contentDigest([['a","b']], fields)).to.not.equal(contentDigest([["a"], ["b"]], fields));
  });

  it("refuses a key of another length and never shows it", () => {
    expect(thrown(DataError, () => contentTag(ROWS, FIELDS, "0xdead")).message).to.equal(
      "the key is not 32 bytes of hex. Pass 0x and 64 hexadecimal digits.",
    );
  });
});

describe("Content root", function () {
  this.timeout(30_000);

  it("reproduces the vector of docs/spec/content-root.md", () => {
    expect(recordHash(ROWS[0]!)).to.equal(keccak256(toUtf8Bytes('["Adelie",3750]')));
    expect(recordSalt(KEY, 0)).to.equal("0x465ed64fb0acad9a9a4aa2a90b25a632387d33e5f23c0765accf89cd7699763f");
    const leaves = ROWS.map((row, i) => keccak256(concat([`0x000000000${i}`, recordSalt(KEY, i), recordHash(row)])));
    const [first, second, third] = leaves as [string, string, string];
    const top = keccak256(concat(["0x01", keccak256(concat(["0x01", first, second])), third]));
    expect(contentRoot(ROWS, KEY)).to.equal(keccak256(concat(["0x0200000003", top])));
    expect(contentRoot(ROWS, KEY)).to.equal("0xeccff994bf7e17e29b9d995409b64f564509ff4d4d3889c34b2d02cb71c2196e");
  });

  it("opens every record of 1 to 17, and nothing else", () => {
    for (let count = 1; count <= 17; count++) {
      const rows = Array.from({ length: count }, (_, i) => [`r${i}`, i] as const);
      const root = contentRoot(rows, KEY);
      for (let index = 0; index < count; index++) {
        const proof = proveRecords(rows, KEY, [index])[0]!;
        expect(verifyRecord(root, proof)).to.equal(true);
        expect(verifyRecord(root, { ...proof, record: recordHash(["r", index]) })).to.equal(false);
        expect(verifyRecord(root, { ...proof, salt: recordSalt(OTHER_KEY, index) })).to.equal(false);
        expect(verifyRecord(root, { ...proof, index: index + 1 })).to.equal(false);
        expect(verifyRecord(root, { ...proof, count: count + 1 })).to.equal(false);
        expect(verifyRecord(root, { ...proof, siblings: [...proof.siblings, root] })).to.equal(false);
        if (count > 1) expect(verifyRecord(root, { ...proof, siblings: proof.siblings.slice(1) })).to.equal(false);
      }
    }
  });

  it("hides the records behind the secret: another secret, another root", () => {
    expect(contentRoot(ROWS, KEY)).to.not.equal(contentRoot(ROWS, OTHER_KEY));
    expect(recordSalt(KEY, 0)).to.not.equal(recordSalt(KEY, 1));
  });

  it("binds the order and the number of the records", () => {
    expect(contentRoot(ROWS.toReversed(), KEY)).to.not.equal(contentRoot(ROWS, KEY));
    expect(contentRoot([...ROWS, ROWS[2]!], KEY)).to.not.equal(contentRoot(ROWS, KEY));
  });

  it("refuses no records, and a record that is not there", () => {
    expect(thrown(DataError, () => contentRoot([], KEY)).message).to.equal(
      "there is no record. Add at least one record.",
    );
    for (const index of [-1, 3, 0.5]) {
      expect(thrown(DataError, () => proveRecords(ROWS, KEY, [index])).message).to.equal(
        `there is no record ${index} among 3. Count records from 0.`,
      );
    }
  });
});
