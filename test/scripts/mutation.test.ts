import { expect } from "chai";
import { artifactOf } from "../../scripts/mutation/artifacts.ts";
import { tableByFile } from "../../scripts/mutation/byFile.ts";
import { hunt, type Job } from "../../scripts/mutation/hunt.ts";
import type { Mutant, Verdict } from "../../scripts/mutation/Mutant.ts";
import { targetsOf } from "../../scripts/mutation/project.ts";
import { sampleOf } from "../../scripts/mutation/sample.ts";
import { describeScore, scoreOf } from "../../scripts/mutation/score.ts";
import { compile, type Sources } from "../../scripts/mutation/solc.ts";
import { runJobs, type Work } from "../../scripts/mutation/workers.ts";

const DOOR = `pragma solidity 0.8.37;
contract Door {
    uint256 public constant LIMIT = 10;
    bool public isOpen;
    uint256 public visits;
    modifier onlyShut() {
        require(!isOpen, "open");
        _;
    }
    function open(uint256 key) external onlyShut {
        require(key >= LIMIT, "key");
        isOpen = true;
    }
    function enter() external {
        require(isOpen, "shut");
        visits += 1;
    }
    function low(bytes32 word) external pure returns (uint256 result) {
        assembly ("memory-safe") {
            result := and(word, 0xff)
        }
    }
    function never() external pure returns (uint256) {
        return 1 << 3;
    }
    function noNumber() external view returns (uint256) {
        return this.low(0);
    }
}`;

const STRONG = `
    function test_open_atTheLimit() external {
        try door.open(9) { revert("9 opened"); } catch {}
        require(!door.isOpen());
        door.open(10);
        require(door.isOpen());
        try door.open(10) { revert("opened twice"); } catch {}
    }
    function test_enter_countsVisits() external {
        try door.enter() { revert("entered"); } catch {}
        door.open(11);
        door.enter();
        door.enter();
        require(door.visits() == 2);
    }
    function test_low_isTheLastByte() external view {
        require(door.low(bytes32(uint256(0x1ff))) == 0xff);
    }`;

/** Looks at what happens, and never at what must not. */
const WEAK = `
    function test_open() external {
        door.open(11);
        door.enter();
        require(door.isOpen());
        door.low(0);
    }`;

const sourcesWith = (tests: string): Sources => ({
  "contracts/Door.sol": DOOR,
  "test/Door.t.sol": `pragma solidity 0.8.37;
import {Door} from "contracts/Door.sol";
contract DoorTest {
    Door private door;
    function setUp() external { door = new Door(); }
    ${tests}
}`,
});

/** What became of every mutant of the door. */
async function tryAll(tests: string): Promise<Map<string, Verdict["fate"]>> {
  const sources = sourcesWith(tests);
  const [target] = targetsOf(sources);
  const code = compile(sources, ["test/Door.t.sol:DoorTest"]).get("test/Door.t.sol:DoorTest")!;
  const fates = new Map<string, Verdict["fate"]>();
  const job = { ...target!.job, isolate: false };
  await hunt(job, [artifactOf("test/Door.t.sol", "DoorTest", code)], sources, {
    trying: () => {},
    report: ({ key, fate }) => fates.set(key, fate),
  });
  return fates;
}

const those = (fates: ReadonlyMap<string, string>, wanted: string) =>
  [...fates].filter(([, fate]) => fate === wanted).map(([key]) => key.replace("contracts/Door.sol ", ""));

const mutant = (key: string, id: number): Mutant => ({
  key,
  id,
  file: "contracts/A.sol",
  line: id,
  operator: "number",
  original: "1",
  mutated: "2",
});

/** A worker that breaks off at one mutant for its first `times`; all survive else. */
const breakingAt = (fragile: string, times: number): Work => {
  let breaks = 0;
  return async (job, tell) => {
    for (const { key } of job.mutants) {
      tell({ trying: key });
      if (key === fragile && breaks++ < times) return { reason: "SIGKILL" };
      tell({ verdict: { key, fate: "survived" } });
    }
    tell(null);
    return undefined;
  };
};

const threeMutants = { mutants: ["a", "b", "c"].map((key, id) => ({ key, id })) } as unknown as Job;

async function verdictsOf(work: Work): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  await runJobs([threeMutants], 2, (verdict) => verdicts.push(verdict), work);
  return verdicts;
}

describe("mutation testing", () => {
  it("goes on with another worker where one broke off", async () => {
    const fates = (await verdictsOf(breakingAt("b", 1))).map(({ key, fate }) => `${key} ${fate}`);
    expect(fates).to.deep.equal(["a survived", "b survived", "c survived"]);
  });

  it("takes a mutant that breaks two workers as killed", async () => {
    const verdicts = await verdictsOf(breakingAt("b", 2));
    expect(verdicts.map(({ key, fate }) => `${key} ${fate}`)).to.deep.equal(["a survived", "b killed", "c survived"]);
    expect(verdicts[1]!.by).to.equal("a worker that broke off (SIGKILL)");
  });

  it("stops where a worker breaks off before its first mutant", async () => {
    const failure = await verdictsOf(async () => ({ reason: "exit code 1" })).catch((error: Error) => error.message);
    expect(failure).to.contain("a worker broke off (exit code 1)");
  });

  it("finds nothing alive but what strong tests never call", async () => {
    const fates = await tryAll(STRONG);
    expect(those(fates, "survived")).to.deep.equal([]);
    expect(those(fates, "uncovered")).to.deep.equal([
      "never number: 1 << 3 -> 1 << 3 + 1",
      "never number: 1 << 3 -> 1 << 3 - 1",
      "never return: 1 << 3 -> uint256(0)",
      "noNumber return: this.low(0) -> uint256(0)",
    ]); // and not 0 + 1 for a bytes32, which the compiler refuses
  });

  it("finds what weak tests let pass", async () => {
    const fates = await tryAll(WEAK);
    expect(those(fates, "survived")).to.deep.equal([
      'onlyShut statement: require(!isOpen, "open") -> (nothing)',
      "open modifier: onlyShut -> (nothing)",
      'open statement: require(key >= LIMIT, "key") -> (nothing)',
      "open boundary: key >= LIMIT -> key > LIMIT",
      'enter statement: require(isOpen, "shut") -> (nothing)',
      "enter statement: visits += 1 -> (nothing)",
      "enter number: 1 -> 1 + 1",
      "enter number: 1 -> 1 - 1",
      "low statement: result := and(word, 0xff) -> (nothing)",
      "low number: 0xff -> add(0xff, 1)",
    ]);
  });

  it("counts what is accepted neither as killed nor as alive, and tells when a test kills it after all", () => {
    const mutants = ["a", "b", "c", "d"].map((key, i) => mutant(key, i + 1));
    const fates: Record<string, Verdict["fate"]> = { a: "killed", b: "survived", c: "uncovered", d: "killed" };
    const verdicts = new Map(Object.entries(fates).map(([key, fate]) => [key, { key, fate }]));
    const score = scoreOf(mutants, verdicts, { b: "equivalent", d: "outdated" });
    expect(score).to.deep.include({ killed: 2, counted: 3, accepted: 1, outdated: ["d"] });
    expect(score.survivors.map(({ key }) => key)).to.deep.equal(["c"]);
    expect(describeScore(score, 95)).to.contain("2 of 3 mutants killed, 66.7 % (goal 95 %), 1 accepted");
    expect(tableByFile(mutants, verdicts, { b: "equivalent", d: "outdated" })).to.contain("| A | 4 | 2 | 1 | 1 |");
  });

  it("draws the same sample wherever the mutants stand", () => {
    const mutants = Array.from({ length: 50 }, (_, i) => mutant(`key ${i}`, i + 1));
    const keys = (list: Mutant[]) => list.map(({ key }) => key).toSorted();
    expect(keys(sampleOf(mutants, 7)))
      .to.have.length(7)
      .and.deep.equal(keys(sampleOf(mutants.toReversed(), 7)));
    expect(sampleOf(mutants)).to.deep.equal(mutants);
  });
});
