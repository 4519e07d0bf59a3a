import { expect } from "chai";
import { parseEther } from "ethers";
import { duration } from "../../scripts/input/duration.ts";
import { percent } from "../../scripts/input/percent.ts";
import { revive } from "../../scripts/input/revive.ts";
import { align } from "../../scripts/output/align.ts";
import { eighteen } from "../../scripts/output/Money.ts";
import { price } from "../../scripts/output/price.ts";
import { toJson } from "../../scripts/output/toJson.ts";
import { units } from "../../scripts/output/units.ts";
import { publicUrl } from "../../scripts/tasks/publicUrl.ts";

const ALITA = eighteen("ALITA");

describe("what the commands read and print", () => {
  it("reads durations in seconds, minutes, hours and days", () => {
    const read = ["90", "90s", "30m", "12h", "3d"].map((text) => duration(text, "lock"));
    expect(read).to.deep.equal([90n, 90n, 1_800n, 43_200n, 259_200n]);
    for (const text of ["", "d", "1.5d", "-1d", "1w"]) {
      expect(() => duration(text, "lock"), text).to.throw(`--lock is "${text}", which is not a duration`);
    }
  });

  it("reads percentages as basis points, up to 100 and two decimals", () => {
    const read = ["0", "0.01", "16.67", "12.5%", "100"].map((text) => percent(text, "burn"));
    expect(read).to.deep.equal([0n, 1n, 1_667n, 1_250n, 10_000n]);
    for (const text of ["100.01", "1.234", "", "-1"])
      expect(() => percent(text, "burn"), text).to.throw("no percentage");
  });

  it("prints amounts in groups, with six decimals or significant digits", () => {
    const shown = ["1234567.5", "0", "10.1234567", "0.000012345678", "0.00000000001"].map((text) =>
      units(parseEther(text), ALITA),
    );
    expect(shown).to.deep.equal([
      "1,234,567.5 ALITA",
      "0 ALITA",
      "10.123456 ALITA",
      "0.0000123456 ALITA",
      "0.00000000001 ALITA",
    ]);
  });

  it("prints prices to six digits", () => {
    expect(price((1n << 128n) / 10n, ALITA)).to.equal("0.1 ALITA");
    expect(price((2n << 128n) / 3n, ALITA)).to.equal("about 0.666667 ALITA");
    expect(price(0n, ALITA)).to.equal("0 ALITA");
  });

  it("aligns numbers to the right, words and addresses to the left", () => {
    const rows = [
      ["a", "1", "0xab"],
      ["bb", "12", "0xc"],
    ];
    expect(align(rows, ["name", "units", "token"])).to.deep.equal([
      "name  units  token",
      "a         1  0xab",
      "bb       12  0xc",
    ]);
  });

  it("keeps to itself addresses that may hold a key", () => {
    const shown = ["http://127.0.0.1:8545", "http://localhost:8545/", "http://[::1]:1", "https://rpc.example/v2/key"];
    expect(shown.map(publicUrl)).to.deep.equal([...shown.slice(0, 3), ""]);
  });

  it("takes back from JSON what it wrote", () => {
    const value = { amount: 5n, list: [{ units: 7n, tag: "0x12" }], flag: true };
    expect(revive(JSON.parse(toJson(value)))).to.deep.equal(value);
  });
});
