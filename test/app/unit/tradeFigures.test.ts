import { readFileSync } from "node:fs";
import { expect } from "chai";
import { isOld } from "../../../app/chain/head.ts";
import { SWAP_GAS } from "../../../app/screens/trade/SWAP_GAS.ts";
import { fieldMoney, money, moneyAt } from "../../../app/ui/money.ts";

const GAS = new URL("../../../snapshots/gas.json", import.meta.url);
const OF_A_TRANSACTION = 21_000; // what the permit does not pay again within the swap's own

describe("What a trade says of itself", () => {
  it("is an amount that is never better than the bound it stands for", () => {
    const [wei, whole] = [1_234_567_890_000_000_000_001n, 5n * 10n ** 18n];
    expect(moneyAt("least", wei)).to.equal("1,234.56");
    expect(moneyAt("most", wei)).to.equal("1,234.57");
    expect(money(wei)).to.equal("1,234.57");
    for (const bound of ["least", "most"] as const) expect(moneyAt(bound, whole)).to.equal("5");
  });

  it("is the gas that the benchmark measures, within a twentieth", () => {
    const measured = JSON.parse(readFileSync(GAS, "utf8")) as Record<string, { readonly ours: number }>;
    const oursOf = (name: string): number => measured[name]?.ours ?? NaN;
    const permit = oursOf("permit Data Token") - OF_A_TRANSACTION;
    const expected = { 1: oursOf("swap, exact in") + permit, 2: oursOf("swap, 2 hops") + permit };
    for (const hops of [1, 2] as const) {
      expect(Number(SWAP_GAS[hops])).to.be.closeTo(expected[hops], expected[hops] / 20);
    }
  });
});

describe("A node that stands still", () => {
  const main = { chainId: 10, contracts: {} } as never;

  it("is told of after five minutes without a block, and never on a local chain", () => {
    expect(isOld(1_000, main, 1_300)).to.equal(false);
    expect(isOld(1_000, main, 1_301)).to.equal(true);
    expect(isOld(1_000, { chainId: 31_337, contracts: {} } as never, 9_999)).to.equal(false);
  });
});

describe("An amount in a field that follows from the other", () => {
  it("has eight digits and no marks, never more than is received and never less than is paid", () => {
    const wei = 8_601_771128817714378992n;
    expect(fieldMoney("least", wei)).to.equal("8601.7711");
    expect(fieldMoney("most", wei)).to.equal("8601.7712");
    expect(fieldMoney("most", 1n)).to.equal("0.000000000000000001");
  });
});
