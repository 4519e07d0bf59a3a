import { expect } from "chai";
import { fromNow } from "../../../app/ui/time.ts";

const [MINUTE, HOUR, DAY] = [60n, 3_600n, 86_400n];
const NOW = 1_800_000_000n;

describe("How far a moment is", () => {
  const said = (distance: bigint) => fromNow(NOW + distance, NOW);

  it("is told in hours below two days, and never as a name of a day", () => {
    expect(said(47n * HOUR)).to.equal("in 47 hours");
    expect(said(2n * DAY - 1n)).to.equal("in 48 hours");
    expect(said(2n * DAY)).to.equal("in 2 days");
    expect(said(-DAY)).to.equal("24 hours ago");
  });

  it("is told in the next smaller unit below two of each", () => {
    expect(said(2n * HOUR)).to.equal("in 2 hours");
    expect(said(2n * HOUR - MINUTE)).to.equal("in 119 minutes");
    expect(said(2n * MINUTE - 1n)).to.equal("in 119 seconds");
    expect(said(1n)).to.equal("in 1 second");
  });

  it("is rounded, so that a second that passed takes no whole day away", () => {
    expect(said(7n * DAY - 1n)).to.equal("in 7 days");
    expect(said(6n * DAY + 11n * HOUR)).to.equal("in 6 days");
  });
});
