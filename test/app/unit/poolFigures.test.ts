import { expect } from "chai";
import { liveContributions, totalsOf } from "../../../app/data/pool/liveContributions.ts";
import { privacyLeft } from "../../../app/data/pool/privacyLeft.ts";
import { providersIn } from "../../../app/data/pool/providers.ts";
import { qualityHistogram } from "../../../app/data/pool/qualityHistogram.ts";

const accepted = (contentTag: string, provider: string, quality = 8_000n, units = 10n) => {
  return { contentTag, provider, quality, units, reward: 1n };
};

describe("the figures of a pool", () => {
  it("count qualities by tenths, each bound in the tenth above it and 100 % in the last", () => {
    const counts = qualityHistogram([0n, 999n, 1_000n, 7_999n, 8_000n, 9_999n, 10_000n]);
    expect(counts).to.deep.equal([2, 1, 0, 0, 0, 0, 0, 1, 1, 2]);
    expect(qualityHistogram([])).to.deep.equal(Array.from({ length: 10 }, () => 0));
  });

  it("leave out what was revoked or slashed", () => {
    const all = [accepted("1", "ann"), accepted("2", "ann", 9_000n, 5n), accepted("3", "bob", 7_000n, 1n)];
    expect(totalsOf(liveContributions(all, ["2", "9"]))).to.deep.equal({
      contributions: 2,
      providers: 2,
      units: 11n,
      quality: 7_500n,
    });
  });

  it("know no quality where nobody contributed", () => {
    expect(totalsOf([])).to.deep.equal({ contributions: 0, providers: 0, units: 0n, quality: undefined });
  });

  it("add up what each provider gives, most rows first", () => {
    const all = [accepted("1", "ann"), accepted("2", "bob", 8_000n, 2n ** 63n), accepted("3", "ann", 8_000n, 7n)];
    expect(providersIn(all)).to.deep.equal([
      { account: "bob", contributions: 1, units: 2n ** 63n },
      { account: "ann", contributions: 2, units: 17n },
    ]);
  });

  describe("the privacy budget", () => {
    const policy = { epsilonPerPeriod: 10n, privacyPeriod: 100n, periodStart: 1_000n };

    it("is what the period has not spent, until the period is over", () => {
      expect(privacyLeft({ ...policy, spent: 4n, now: 1_099n })).to.deep.equal({ left: 6n, freshAt: 1_100n });
      expect(privacyLeft({ ...policy, spent: 4n, now: 1_100n })).to.deep.equal({ left: 10n, freshAt: undefined });
    });

    it("can be spent to the end, and is whole before the first job", () => {
      expect(privacyLeft({ ...policy, spent: 10n, now: 1_001n }).left).to.equal(0n);
      const untouched = { ...policy, periodStart: 0n, spent: 0n, now: 1n };
      expect(privacyLeft(untouched)).to.deep.equal({ left: 10n, freshAt: undefined });
    });
  });
});
