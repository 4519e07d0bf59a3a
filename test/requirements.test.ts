import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";

const PAGE = "docs/spec/requirements.md";

const MISSING_IN_A = new Set([4, 25, 32]); // numbers the reading of document A does not use
const IDS = [
  ...[...Array(33).keys()]
    .map((i) => i + 1)
    .filter((n) => !MISSING_IN_A.has(n))
    .map((n) => `A${n}`),
  ...[...Array(21).keys()].map((i) => `B${i + 1}`),
  ...[...Array(10).keys()].map((i) => `S${i + 1}`),
];

interface Row {
  readonly id: string;
  readonly code: readonly string[];
  readonly shown: readonly string[];
}

const referencesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

const rows: Row[] = readFileSync(PAGE, "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cells) => /^[ABS]\d+$/.test(cells[1] ?? ""))
  .map((cells) => ({ id: cells[1]!, code: referencesIn(cells[3]!), shown: referencesIn(cells[4]!) }));

describe(PAGE, () => {
  it("has every requirement once", () => {
    expect(rows.map(({ id }) => id).toSorted()).to.deep.equal([...IDS].toSorted());
  });

  for (const { id, code, shown } of rows) {
    it(`${id} names code and a test that exist`, () => {
      expect(code, "code").not.to.be.empty;
      expect(shown, "test").not.to.be.empty;
      for (const test of shown) expect(test).to.match(/^test\//);
      for (const reference of [...code, ...shown]) expectToExist(reference);
    });
  }
});

/** A reference is a path, or a path, `#` and a text that stands in the file. */
function expectToExist(reference: string): void {
  const [path, name] = reference.split("#") as [string, string | undefined];
  expect(existsSync(path), path).to.equal(true);
  if (name !== undefined) expect(readFileSync(path, "utf8"), path).to.contain(name);
}
