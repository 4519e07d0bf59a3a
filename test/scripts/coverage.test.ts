import { expect } from "chai";
import { instrument, type Point } from "../../scripts/coverage/points.ts";
import { coverageOf, lcov } from "../../scripts/coverage/report.ts";
import { compile, parse } from "../../scripts/mutation/solc.ts";

const SOURCE = `pragma solidity 0.8.37;
contract Gate {
    uint256 public count;
    function pass(uint256 key, bool vip) external returns (uint256) {
        require(key > 0 || vip, "no key");
        if (vip) return count;
        for (uint256 i = 0; i < key; ++i) count += i % 2 == 0 ? 1 : 2; // odd rounds count double: ü
        if (count > 9) { unchecked { count -= 9; } }
        try this.pass(0, true) {} catch {}
        return count;
    }
}`;

describe("coverage", () => {
  const file = "Gate.sol";
  const tree = parse({ [file]: SOURCE })[file]!;
  const { content, points } = instrument(file, SOURCE, tree, 7);
  const named = (text: string): Point => points.find((point) => point.text === text)!;

  it("instruments what compiles still, on the same lines", () => {
    expect(compile({ [file]: content }, ["Gate.sol:Gate"])).to.have.lengthOf(1);
    const lines = content.split("\n");
    for (const { id, line, text } of points)
      expect(lines[line - 1]).to.include(text.endsWith(" is false") ? `branch_(${id - 1}, ` : `_(${id}`);
  });

  it("numbers places in a row from the first", () => {
    expect(points.map(({ id }) => id)).to.deep.equal(points.map((_, index) => 7 + index));
  });

  it("knows statements, with and without braces", () => {
    const statements = points.filter(({ kind }) => kind === "statement").map(({ text }) => text);
    expect(statements).to.include.members(["return count", "count -= 9", "count += i % 2 == 0 ? 1 : 2"]);
  });

  it("knows both ways of conditions, of what is required, of each side of an or, and of a call that may fail", () => {
    const branches = points.filter(({ kind }) => kind === "branch").map(({ text }) => text);
    const decisions = ["key > 0 || vip", "key > 0", "vip", "i < key", "i % 2 == 0", "count > 9"];
    for (const decision of decisions)
      expect(branches).to.include.members([`${decision} is true`, `${decision} is false`]);
    expect(branches.filter((text) => text.endsWith("{}"))).to.have.lengthOf(2);
  });

  it("counts a line as covered when all that begins on it was run", () => {
    const all = new Set(points.map(({ id }) => id));
    expect(coverageOf(points, all, []).missed).to.be.empty;
    all.delete(named("return count").id);
    const { files, missed } = coverageOf(points, all, []);
    expect(missed.map(({ line }) => line)).to.deep.equal([10]);
    expect(files[0]!.lines).to.deep.equal({ covered: 5, all: 6 });
  });

  it("excuses what has a reason, and tells which reasons are idle", () => {
    const hits = new Set(points.map(({ id }) => id));
    hits.delete(named("count > 9 is false").id);
    const excuse = { file, text: "count > 9 is false", reason: "for this test" };
    expect(coverageOf(points, hits, []).files[0]!.branches).to.deep.equal({ covered: 15, all: 16 });
    expect(coverageOf(points, hits, [excuse])).to.deep.include({ missed: [], idle: [] });
    expect(coverageOf(points, hits, [{ ...excuse, text: "never" }]).idle).to.have.lengthOf(1);
  });

  it("writes the usual format", () => {
    const report = lcov(points, new Set([named("vip is true").id]));
    expect(report).to.match(/^SF:Gate.sol\n/);
    expect(report)
      .to.include(`BRDA:5,0,${named("vip is true").id},1\n`)
      .and.include("BRF:16\nBRH:1\nend_of_record\n");
  });
});
