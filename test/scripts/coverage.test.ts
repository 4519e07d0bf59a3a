import { expect } from "chai";
import { parseLcov, percent, sum } from "../../scripts/testing/coverage.ts";

const REPORT = `TN:
SF:contracts/A.sol
DA:1,1
DA:2,0
LH:1
LF:2
end_of_record
SF:contracts/B.sol
LH:0
LF:0
end_of_record
`;

describe("coverage report", () => {
  it("is read per file", () => {
    expect(parseLcov(REPORT)).to.deep.equal([
      { file: "contracts/A.sol", covered: 1, lines: 2 },
      { file: "contracts/B.sol", covered: 0, lines: 0 },
    ]);
  });

  it("counts a file without code as covered", () => {
    expect(parseLcov(REPORT).map(percent)).to.deep.equal([50, 100]);
  });

  it("is summed by lines, not by files", () => {
    expect(sum(parseLcov(REPORT))).to.deep.equal({ covered: 1, lines: 2 });
  });
});
