import { expect } from "chai";
import { parseEther } from "ethers";
import { DatawellError, formatAmount, formatBps, formatDuration, formatTime, parseAmount } from "#sdk";

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
    for (const text of ["", "-1", "1e3", "1.2.3", "0x10", "1.0000000000000000001", "ten"]) {
      expect(() => parseAmount(text)).to.throw(DatawellError, "is not an amount");
    }
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
