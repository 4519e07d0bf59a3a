import { expect } from "chai";
import { parseEther } from "ethers";
import { DatawellError, formatAmount, formatBps, formatDuration, formatTime, parseAmount } from "#sdk";

/** What somebody is told to do instead. */
function adviceOn(failing: () => unknown): string | undefined {
  try {
    failing();
  } catch (error) {
    return error instanceof DatawellError ? error.remedy : undefined;
  }
  return undefined;
}

describe("sdk formats", () => {
  it("writes amounts with all their digits", () => {
    expect(formatAmount(0n)).to.equal("0");
    expect(formatAmount(1n)).to.equal("0.000000000000000001");
    expect(formatAmount(parseEther("1234567.5"))).to.equal("1,234,567.5");
    expect(formatAmount(-parseEther("1000"))).to.equal("-1,000");
  });

  it("reads back what it wrote", () => {
    for (const amount of [0n, 1n, 10n ** 18n, 2n ** 88n - 1n])
      expect(parseAmount(formatAmount(amount))).to.equal(amount);
  });

  it("refuses what is not an amount", () => {
    for (const text of [
      "",
      "-1",
      "1e3",
      "1.2.3",
      "0x10",
      "1.0000000000000000001",
      "ten",
      "1,2345",
      ",5",
      "1234,567.8",
    ]) {
      expect(() => parseAmount(text), text).to.throw(DatawellError, "is not an amount");
    }
  });

  it("never takes a comma for a point, and never drops one that parts no thousands", () => {
    expect(parseAmount("1,234,567.5")).to.equal(parseEther("1234567.5"));
    for (const [text, meant] of [
      ["1,5", "1.5"],
      ["0,25", "0.25"],
      ["1234,567", "1234.567"],
    ] as const) {
      expect(adviceOn(() => parseAmount(text))).to.equal(`Write ${meant}`);
    }
  });

  it("takes no comma at all of readers who write one before the fraction", () => {
    expect(adviceOn(() => parseAmount("1,234", { isGrouped: false }))).to.equal("Write 1.234");
    expect(parseAmount("1234.5", { isGrouped: false })).to.equal(parseEther("1234.5"));
  });

  it("writes shares, times and durations", () => {
    expect(formatBps(1_667n)).to.equal("16.67 %");
    expect(formatTime(0n)).to.equal("1970-01-01 00:00:00 UTC");
    expect(formatTime(2n ** 256n - 1n)).to.equal("for ever");
    expect(formatDuration(0n)).to.equal("0 seconds");
    expect(formatDuration(93_784n)).to.equal("1 day 2 hours");
    expect(formatDuration(61n)).to.equal("1 minute 1 second");
  });
});
