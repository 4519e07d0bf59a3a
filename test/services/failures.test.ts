import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";

const PAGE = "docs/spec/failures.md";
const SERVICES = ["Device", "Coordinator", "Attester", "Store", "Indexer"];

interface Row {
  readonly failure: string;
  readonly tests: readonly string[];
}

const page = readFileSync(PAGE, "utf8");

const rowsOf = (section: string): readonly Row[] =>
  section
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length > 3 && !/^-+$/.test(cells[1]!) && cells[1] !== "failure")
    .map((cells) => ({
      failure: cells[1]!,
      tests: [...(cells[3] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
    }));

const [introduction = "", ...sections] = page.split(/^## /m);
const failures = rowsOf(introduction).map(({ failure }) => failure);

describe(PAGE, () => {
  it("tells of every kind of failure", () => {
    expect(failures).to.have.length(11).and.include.members(["crash", "full disk", "clock skew", "node away"]);
  });

  for (const service of SERVICES) {
    const rows = rowsOf(sections.find((section) => section.startsWith(`${service}\n`)) ?? "");

    it(`tells of each, in order, what a ${service.toLowerCase()} does`, () => {
      expect(rows.map(({ failure }) => failure)).to.deep.equal(failures);
    });

    for (const { failure, tests } of rows) {
      it(`names tests of a ${service.toLowerCase()} and a failure by ${failure} that exist`, () => {
        expect(tests).not.to.be.empty;
        for (const test of tests) expectToExist(test);
      });
    }
  }
});

/** A reference is a path below test/services/ or test/, `#` and a text that stands in the file. */
function expectToExist(reference: string): void {
  const [path, name] = reference.split("#") as [string, string];
  const file = [`test/services/${path}`, `test/${path}`].find((found) => existsSync(found));
  expect(file, reference).not.to.equal(undefined);
  expect(readFileSync(file!, "utf8"), reference).to.contain(name);
}
