import { expect } from "chai";
import { add, closingLine, isGreen, NOTHING_RAN } from "../../scripts/testing/tally.ts";

describe("test tally", () => {
  it("adds the runners up", () => {
    expect(add({ passed: 3, failed: 1 }, { passed: 4, failed: 0 })).to.deep.equal({ passed: 7, failed: 1 });
  });

  it("closes with one plain line", () => {
    expect(closingLine({ passed: 12, failed: 0 })).to.equal("12 passed, 0 failed");
  });

  it("is green when something passed and nothing failed", () => {
    expect(isGreen({ passed: 1, failed: 0 })).to.equal(true);
    expect(isGreen({ passed: 1, failed: 1 })).to.equal(false);
  });

  it("is red when no test ran", () => {
    expect(isGreen(NOTHING_RAN)).to.equal(false);
  });
});
