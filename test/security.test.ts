import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";

const PAGE = "docs/security.md";
const THREATS = [...Array(28).keys()].map((i) => `T${i + 1}`);
const FINDINGS = readdirSync("test/findings");

interface Row {
  readonly threat: string;
  readonly tests: readonly string[];
}

const rows: Row[] = readFileSync(PAGE, "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cells) => /^T\d+$/.test(cells[1] ?? ""))
  .map((cells) => ({
    threat: cells[1]!,
    tests: [...cells[4]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
  }));

const testsOf = (threat: string) => rows.filter((row) => row.threat === threat).flatMap(({ tests }) => tests);

describe(PAGE, () => {
  it("has every threat to contracts and services, in order", () => {
    expect([...new Set(rows.map(({ threat }) => threat))]).to.deep.equal(THREATS);
  });

  for (const threat of THREATS) {
    it(`${threat} names tests that exist`, () => {
      expect(testsOf(threat)).not.to.be.empty;
      for (const test of testsOf(threat)) expectToExist(test);
    });
  }

  for (const finding of FINDINGS) {
    it(`lists ${finding} under the threat in its name`, () => {
      const threat = /^(T\d+)_[A-Za-z0-9]+\.(?:t\.sol|test\.ts)$/.exec(finding)?.[1];
      expect(threat, "a name like T1_Words.t.sol or T1_Words.test.ts").to.be.oneOf(THREATS);
      const files = testsOf(threat!).map((test) => test.split("#")[0]);
      expect(files).to.include(`findings/${finding}`);
    });
  }
});

/** A reference is a path below test/, or a path, `#` and a text that stands in the file. */
function expectToExist(reference: string): void {
  const [path, name] = reference.split("#") as [string, string | undefined];
  expect(existsSync(`test/${path}`), path).to.equal(true);
  if (name !== undefined) expect(readFileSync(`test/${path}`, "utf8"), path).to.contain(name);
}
