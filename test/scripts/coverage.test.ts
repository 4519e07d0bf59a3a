import { expect } from "chai";
import { measure, type Measured } from "../../scripts/coverage/measure.ts";
import { instrument, type Point } from "../../scripts/coverage/points.ts";
import { coverageOf, lcov } from "../../scripts/coverage/report.ts";
import { artifactOf } from "../../scripts/mutation/artifacts.ts";
import { compile, parse, type Sources } from "../../scripts/mutation/solc.ts";

const FILE = "contracts/Gate.sol";
const SOURCE = `pragma solidity 0.8.37;
interface IBell {
    function ring() external;
}
contract Gate {
    uint256 public guests;
    modifier onlyWith(uint256 ticket) {
        require(ticket != 0, "no ticket"); // für alle
        _;
    }
    constructor() {}
    function enter(uint256 ticket, bool isMember, IBell bell) external onlyWith(ticket) returns (uint256 fee) {
        if (isMember || (ticket > 9 && !(ticket == 13))) return 0;
        for (uint256 i = 0; i < ticket; ++i) if (i == 1) continue;
        else guests += 1;
        fee = ticket < 5 ? ticket : 5;
        unchecked { ++guests; }
        try bell.ring() {} catch {}
    }
    function sum(uint256 n) external pure returns (uint256 total) {
        assembly ("memory-safe") {
            for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                total := add(total, i)
            }
        }
    }
    function never() external pure returns (uint256) {
        return 1;
    }
}`;

/** Sees everything there is to see. */
const ALL = `
    function test_gate() external {
        try gate.enter(0, false, this) { revert("free"); } catch {}
        gate.enter(3, true, this);
        gate.enter(20, false, this);
        gate.enter(13, false, this);
        gate.enter(3, false, this);
        isBroken = true;
        gate.enter(3, false, this);
        require(gate.guests() > 4);
        require(gate.sum(4) == 6);
        require(gate.never() == 1);
    }`;

/** Measures the gate under these tests. */
async function measureWith(tests: string): Promise<Measured> {
  const sources: Sources = {
    [FILE]: SOURCE,
    "test/Gate.t.sol": `pragma solidity 0.8.37;
import {Gate, IBell} from "contracts/Gate.sol";
contract GateTest is IBell {
    Gate private gate;
    bool private isBroken;
    function setUp() external { gate = new Gate(); }
    function ring() external view { require(!isBroken); }
    ${tests}
}`,
  };
  const name = "test/Gate.t.sol:GateTest";
  const artifact = artifactOf("test/Gate.t.sol", "GateTest", compile(sources, [name]).get(name)!);
  return await measure(sources, [artifact], { isolate: false, fuzz: 1, invariant: { runs: 1, depth: 1 } });
}

async function missedBy(tests: string): Promise<string[]> {
  const { points, hits } = await measureWith(tests);
  return coverageOf(points, hits, []).missed.map(({ line, text }) => `${line} ${text}`);
}

describe("coverage", () => {
  const { content, points } = instrument(FILE, SOURCE, parse({ [FILE]: SOURCE })[FILE]!, 7);
  const named = (text: string): Point => points.find((point) => point.text === text)!;
  const all = new Set(points.map(({ id }) => id));
  const allBut = (text: string) => new Set([...all].filter((id) => id !== named(text).id));

  describe("of a tested contract", () => {
    it("is complete when every line and every outcome was seen, and changes nothing the tests can see", async () => {
      const { points: found, hits, failed } = await measureWith(ALL);
      expect(failed).to.deep.equal([]);
      expect(coverageOf(found, hits, [])).to.deep.equal({
        files: [{ file: FILE, lines: { covered: 17, all: 17 }, branches: { covered: 18, all: 18 } }],
        missed: [],
        idle: [],
      });
    });

    it("lacks a single outcome that nothing saw", async () => {
      expect(
        await missedBy(ALL.replace("gate.enter(0,", "gate.enter(1,").replace('{ revert("free"); }', "{}")),
      ).to.deep.equal(["8 ticket != 0 is false"]);
      expect(await missedBy(ALL.replace("gate.enter(3, true, this);", ""))).to.deep.equal(["13 isMember is true"]);
      expect(await missedBy(ALL.replace("gate.enter(20, false, this);", ""))).to.deep.equal([
        "13 ticket == 13 is false",
      ]);
      expect(await missedBy(ALL.replace("isBroken = true;", ""))).to.deep.equal(["18 catch"]);
    });

    it("lacks what is never called, in assembly as well", async () => {
      expect(await missedBy(ALL.replace("require(gate.never() == 1);", ""))).to.deep.equal([
        "27 function never() external pure returns (uint256) {",
        "28 return 1;",
      ]);
      expect(await missedBy(ALL.replace("gate.sum(4) == 6", "gate.sum(0) == 0"))).to.deep.equal([
        "22 lt(i, n) is true",
        "23 total := add(total, i)",
        "22 i := add(i, 1) } {",
      ]);
    });

    it("tells which tests fail", async () => {
      const { failed } = await measureWith('function test_no() external pure { revert("no"); }');
      expect(failed).to.deep.equal(["GateTest.test_no()"]);
    });
  });

  it("refuses assembly whose decisions it cannot count", () => {
    const source = "contract A { function f() external pure { assembly { if calldatasize() {} } } }";
    expect(() => instrument("A.sol", source, parse({ "A.sol": source })["A.sol"]!, 1)).to.throw(
      "A.sol:1 cannot be counted",
    );
  });

  it("leaves every place on its line", () => {
    const lines = content.split("\n");
    const original = SOURCE.split("\n");
    expect(lines.slice(0, original.length)).to.have.length(original.length);
    for (const { line, text, kind } of points) {
      const start = text.replace(/ is (?:true|false)$/, "").split(" ")[0]!;
      if (kind === "statement") expect(original[line - 1]).to.include(start);
    }
    expect(lines[7]).to.include("Hit_.decide(").and.to.include("// für alle");
  });

  it("excuses what has a reason, and tells which reasons are idle", () => {
    const hits = allBut("ticket == 13 is true");
    const excuse = { file: FILE, text: "ticket == 13 is true", reason: "for this test" };
    expect(coverageOf(points, hits, []).files[0]!.branches).to.deep.equal({ covered: 17, all: 18 });
    expect(coverageOf(points, hits, [excuse])).to.deep.include({ missed: [], idle: [] });
    expect(coverageOf(points, hits, [{ ...excuse, text: "never" }]).idle).to.have.lengthOf(1);
    expect(coverageOf(points, all, [excuse]).idle).to.deep.equal([excuse]);
  });

  it("writes the usual format", () => {
    const report = lcov(points, allBut("ticket == 13 is true"));
    expect(report).to.match(/^SF:contracts\/Gate.sol\n/);
    expect(report)
      .to.include(`BRDA:13,0,${named("ticket == 13 is true").id},-\n`)
      .and.include("LF:17\nLH:17\n");
    expect(report).to.include("BRF:18\nBRH:17\nend_of_record\n");
  });
});
